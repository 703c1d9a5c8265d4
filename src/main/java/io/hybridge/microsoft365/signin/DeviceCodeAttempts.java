package io.hybridge.microsoft365.signin;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.Clouds;
import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.discovery.DomainLookup;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.remote.RemoteFailure;

/** Prepares attempts to sign in: which cloud, which tenant, which client. */
@Component
public class DeviceCodeAttempts {

	private final Organizations organizations;

	private final Clouds clouds;

	private final DomainLookup lookup;

	private final MsalClients clients;

	private final StoredSignIns kept;

	private final Microsoft365Settings settings;

	private final Clock clock;

	DeviceCodeAttempts(Organizations organizations, Clouds clouds, DomainLookup lookup, MsalClients clients,
			StoredSignIns kept, Microsoft365Settings settings, Clock clock) {
		this.organizations = organizations;
		this.clouds = clouds;
		this.lookup = lookup;
		this.clients = clients;
		this.kept = kept;
		this.settings = settings;
		this.clock = clock;
	}

	DeviceCodeAttempt open(OrganizationId id, AuditActor person) {
		Organization organization = this.organizations.require(id);
		Cloud cloud = this.clouds.require(organization.environment());
		if (cloud.clientId().isBlank()) {
			throw RemoteFailure.withoutEffect(SignInErrorMapper.SUBJECT, "microsoft365.no-client-id", "");
		}
		String tenantId = switch (this.lookup.find(cloud, organization.domain())) {
			case TenantDiscovery.Found found -> found.tenantId();
			case TenantDiscovery.NotFound nobody -> throw RemoteFailure.withoutEffect(SignInErrorMapper.SUBJECT,
					"microsoft365.unknown-domain", nobody.evidence());
		};
		SignInRecord record = new SignInRecord(person, id, organization.name(), tenantId, UUID.randomUUID().toString());
		return new DeviceCodeAttempt(record, (cache) -> this.clients.open(cloud, tenantId, cache), this.kept,
				cloud.signIn(), this.settings, this.clock);
	}

}
