package io.hybridge.connection;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.connection.KeptClimbs.KeptClimb;
import io.hybridge.exchange.ladder.ConnectionLadder;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.organization.OrganizationId;

/** Climbs the ladder of a server that somebody asked for. */
@Component
class ConnectionTester {

	private final KeptClimbs tests;

	private final ServerLinks links;

	private final ConnectionLadder ladder;

	ConnectionTester(KeptClimbs tests, ServerLinks links, ConnectionLadder ladder) {
		this.tests = tests;
		this.links = links;
		this.ladder = ladder;
	}

	void climb(long id, String server) {
		OrganizationId organization = new OrganizationId(id);
		Optional<KeptClimb> asked = this.tests.of(organization, server).filter(KeptClimb::underWay);
		Optional<ServerLink> link = this.links.of(organization)
			.stream()
			.filter((one) -> one.fqdn().equals(server))
			.findFirst();
		if (asked.isPresent() && link.isPresent()) {
			this.tests.end(organization, asked.get(), this.ladder.climb(link.get(), asked.get().signsIn()));
		}
	}

}
