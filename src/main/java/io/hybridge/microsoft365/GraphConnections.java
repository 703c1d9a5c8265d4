package io.hybridge.microsoft365;

import java.time.Clock;

import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import org.springframework.stereotype.Component;

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
	public Microsoft365 of(OrganizationId id) {
		Organization organization = this.organizations.require(id);
		Cloud cloud = this.clouds.require(organization.environment());
		return new GraphMicrosoft365(cloud, () -> this.lookup.find(cloud, organization.domain()),
				() -> this.clients.signedIn(id, cloud), this.clock);
	}

}
