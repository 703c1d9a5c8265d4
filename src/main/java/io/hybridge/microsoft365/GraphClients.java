package io.hybridge.microsoft365;

import java.time.Clock;
import java.util.Optional;

import io.hybridge.organization.OrganizationId;
import org.springframework.stereotype.Component;

/** Gives a client of Microsoft Graph for the administrator who signed in. */
@Component
class GraphClients {

	private final CloudLines lines;

	private final Patience patience;

	private final TenantTokens tokens;

	private final Clock clock;

	GraphClients(CloudLines lines, Patience patience, TenantTokens tokens, Clock clock) {
		this.lines = lines;
		this.patience = patience;
		this.tokens = tokens;
		this.clock = clock;
	}

	Optional<GraphClient> signedIn(OrganizationId organization, Cloud cloud) {
		return this.tokens.find(organization)
			.map((token) -> new GraphClient(this.lines.to(cloud), this.patience, this.clock, token));
	}

}
