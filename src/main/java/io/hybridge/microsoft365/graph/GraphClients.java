package io.hybridge.microsoft365.graph;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.http.CloudHttpClients;
import io.hybridge.microsoft365.http.ReadRetry;
import io.hybridge.microsoft365.signin.TenantTokens;
import io.hybridge.organization.OrganizationId;

/** Gives a client of Microsoft Graph for the administrator who signed in. */
@Component
public class GraphClients {

	private final CloudHttpClients lines;

	private final ReadRetry patience;

	private final TenantTokens tokens;

	private final Clock clock;

	GraphClients(CloudHttpClients lines, ReadRetry patience, TenantTokens tokens, Clock clock) {
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
