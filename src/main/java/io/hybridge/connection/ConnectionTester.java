package io.hybridge.connection;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.hybridge.connection.KeptClimbs.KeptClimb;
import io.hybridge.exchange.ladder.ConnectionLadder;
import io.hybridge.exchange.ladder.LadderReading;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.organization.OrganizationId;

/** Climbs the ladder of a server that somebody asked for. */
@Component
class ConnectionTester {

	private static final Logger log = LoggerFactory.getLogger(ConnectionTester.class);

	private final KeptClimbs tests;

	private final ServerLinks links;

	private final ConnectionLadder ladder;

	ConnectionTester(KeptClimbs tests, ServerLinks links, ConnectionLadder ladder) {
		this.tests = tests;
		this.links = links;
		this.ladder = ladder;
	}

	/** However it ends, nobody waits for it any more. */
	void climb(long id, String server) {
		OrganizationId organization = new OrganizationId(id);
		Optional<KeptClimb> asked = this.tests.of(organization, server).filter(KeptClimb::underWay);
		try {
			asked.ifPresent((test) -> climb(organization, test));
		}
		catch (RuntimeException ex) {
			log.error("The test of the connection to {} ended by a fault of the console", server, ex);
			this.tests.forget(organization, server);
		}
	}

	private void climb(OrganizationId organization, KeptClimb asked) {
		this.links.of(organization)
			.stream()
			.filter((link) -> link.fqdn().equals(asked.server()))
			.findFirst()
			.ifPresent((link) -> this.tests.end(organization, asked, reading(link, asked)));
	}

	private LadderReading reading(ServerLink link, KeptClimb asked) {
		try {
			return this.ladder.climb(link, asked.signsIn());
		}
		catch (RuntimeException ex) {
			log.error("The test of the connection to {} ended by a fault of the console", link.fqdn(), ex);
			return this.ladder.unknown(link, "exchange.console-fault", ex.getClass().getSimpleName());
		}
	}

}
