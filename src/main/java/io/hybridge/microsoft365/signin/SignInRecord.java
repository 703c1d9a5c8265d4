package io.hybridge.microsoft365.signin;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.signin.msal.SignInErrorMapper;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.ConnectionFailure;

/**
 * What the audit log is told about one sign-in.
 *
 * @param actor who asked for it
 * @param organization whose tenant
 * @param organizationName its name
 * @param domain it had when the sign-in began
 * @param tenantId of the tenant
 * @param application that the organization had of its own then, or empty
 * @param cloud that counted for the organization then
 * @param pair joins its entries
 * @param address the person asked from, or null
 */
record SignInRecord(AuditActor actor, OrganizationId organization, String organizationName, String domain,
		String tenantId, String application, KnownCloud cloud, String pair, String address) {

	private static final Set<String> NOT_DONE = Stream
		.concat(Stream.of("microsoft365.code-expired", "microsoft365.replaced", "microsoft365.organization-changed",
				SignInErrorMapper.UNEXPECTED),
				Stream.of(ConnectionFailure.values()).map((failure) -> failure.code("microsoft365")))
		.collect(Collectors.toUnmodifiableSet());

	Holder holder() {
		return Holder.of(this.organization, this.actor);
	}

	AuditEntry attempted() {
		return about(AuditOutcome.ATTEMPTED).with("tenant", this.tenantId);
	}

	AuditEntry done(TenantSignIn signIn) {
		return about(AuditOutcome.DONE).with("user", signIn.userName())
			.with("objectId", signIn.objectId())
			.with("tenant", this.tenantId);
	}

	AuditEntry ended(String code, String evidence) {
		return about(NOT_DONE.contains(code) ? AuditOutcome.NOT_DONE : AuditOutcome.REFUSED).with("code", code)
			.with("tenant", this.tenantId)
			.seen(evidence);
	}

	private AuditEntry about(AuditOutcome outcome) {
		return AuditEntry.of(AuditKind.TENANT_SIGN_IN, outcome, this.actor)
			.about(this.organization.value(), this.organizationName)
			.paired(this.pair)
			.from(this.address);
	}

}
