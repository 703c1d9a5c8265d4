package io.hybridge.microsoft365.graph;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.TenantIdentity;
import io.hybridge.microsoft365.http.CloudHttpClients;
import io.hybridge.microsoft365.http.ReadRetry;
import io.hybridge.microsoft365.signin.TenantTokens;
import io.hybridge.microsoft365.unattended.ApplicationTokens;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;

/** Gives a client of Microsoft Graph for the administrator who signed in. */
@Component
class GraphClients {

	private final CloudHttpClients clients;

	private final ReadRetry retry;

	private final TenantTokens tokens;

	private final ApplicationTokens applications;

	private final Clock clock;

	GraphClients(CloudHttpClients clients, ReadRetry retry, TenantTokens tokens, ApplicationTokens applications,
			Clock clock) {
		this.clients = clients;
		this.retry = retry;
		this.tokens = tokens;
		this.applications = applications;
		this.clock = clock;
	}

	Optional<GraphClient> signedIn(OrganizationId organization, AuditActor person, Cloud cloud) {
		return this.tokens.find(organization, person)
			.map((token) -> new GraphClient(this.clients.to(cloud), this.retry, this.clock, token,
					(claims) -> this.tokens.challenged(organization, person, claims)));
	}

	Optional<TenantIdentity> identity(OrganizationId organization, AuditActor person) {
		return this.tokens.identity(organization, person);
	}

	/** For reading only, where the operator of the console allows it. */
	Optional<UnattendedGraph> unattended(Organization organization, Cloud cloud) {
		return this.applications.find(organization, cloud)
			.map((found) -> new UnattendedGraph(
					new GraphClient(this.clients.to(cloud), this.retry, this.clock, found.token(), (claims) -> {
					}), found.application()));
	}

}
