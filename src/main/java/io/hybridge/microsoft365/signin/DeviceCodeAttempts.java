package io.hybridge.microsoft365.signin;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.RequestAddress;
import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.microsoft365.signin.SignInTenants.SignInTenant;
import io.hybridge.microsoft365.signin.msal.MsalClients;
import io.hybridge.organization.OrganizationId;

/** Prepares attempts to sign in. */
@Component
class DeviceCodeAttempts {

	private final SignInTenants tenants;

	private final MsalClients clients;

	private final StoredSignIns stored;

	private final Microsoft365Settings settings;

	private final Clock clock;

	DeviceCodeAttempts(SignInTenants tenants, MsalClients clients, StoredSignIns stored, Microsoft365Settings settings,
			Clock clock) {
		this.tenants = tenants;
		this.clients = clients;
		this.stored = stored;
		this.settings = settings;
		this.clock = clock;
	}

	/** Records that it is attempted, before anybody is asked for a code. */
	DeviceCodeAttempt open(OrganizationId organization, AuditActor person, String session) {
		SignInTenant tenant = this.tenants.require(organization);
		SignInRecord record = new SignInRecord(person, organization, tenant.organization().name(),
				tenant.organization().domain().value(), tenant.id(), tenant.own(), tenant.cloud().known(),
				UUID.randomUUID().toString(), RequestAddress.current());
		DeviceCodeAttempt attempt = new DeviceCodeAttempt(record, session,
				(cache) -> this.clients.open(tenant.cloud(), tenant.id(), cache),
				(result) -> this.clients.read(tenant.cloud(), tenant.id(), result, ""), this.stored,
				tenant.cloud().signIn(), this.settings, this.clock);
		this.stored.recordAttempt(record);
		return attempt;
	}

}
