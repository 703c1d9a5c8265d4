package io.hybridge.microsoft365.graph;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.Clouds;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.microsoft365.Microsoft365Connections;
import io.hybridge.microsoft365.discovery.DomainLookup;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;

/** Puts an organization's side together: its cloud, its domain, its token. */
@Component
class GraphConnections implements Microsoft365Connections {

	private final Organizations organizations;

	private final Clouds clouds;

	private final DomainLookup lookup;

	private final GraphClients clients;

	private final Clock clock;

	GraphConnections(Organizations organizations, Clouds clouds, DomainLookup lookup, GraphClients clients,
			Clock clock) {
		this.organizations = organizations;
		this.clouds = clouds;
		this.lookup = lookup;
		this.clients = clients;
		this.clock = clock;
	}

	@Override
	public Microsoft365 of(OrganizationId id, AuditActor person) {
		Organization organization = this.organizations.require(id);
		Cloud cloud = this.clouds.require(organization);
		return new GraphMicrosoft365(cloud, () -> this.lookup.find(cloud, organization.domain()),
				() -> this.clients.signedIn(id, person, cloud), () -> this.clients.identity(id, person),
				() -> this.clients.unattended(organization, cloud), this.clock);
	}

}
