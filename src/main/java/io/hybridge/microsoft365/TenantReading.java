package io.hybridge.microsoft365;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hybridge.certificate.Certificate;

/** What the tenant says, or that nobody is signed in to ask it. */
public sealed interface TenantReading {

	/** There is no usable token: the state is unknown until somebody signs in. */
	record SignInNeeded() implements TenantReading {
	}

	/**
	 * The tenant as seen.
	 *
	 * @param takenAt by the console's clock
	 * @param tenantId of the tenant
	 * @param displayName its name
	 * @param signedInAs user principal name of the administrator whose token was used
	 * @param roles directory roles of that person, by name
	 * @param mayWriteKeys whether one of the roles may write keys of a principal
	 * @param domains its domains
	 * @param plans its assigned plans
	 * @param principal the principal Exchange Online, or empty when the tenant has none
	 * @param evidence what was asked and answered, word for word
	 */
	record Seen(Instant takenAt, String tenantId, String displayName, String signedInAs, List<String> roles,
			boolean mayWriteKeys, List<TenantDomain> domains, List<AssignedPlan> plans, Optional<Principal> principal,
			String evidence) implements TenantReading {
	}

	/**
	 * A domain of the tenant.
	 *
	 * @param name as A-label
	 * @param verified whether its ownership is proved
	 * @param initial whether it is the {@code onmicrosoft.com} one
	 * @param isDefault whether new users get it
	 */
	record TenantDomain(String name, boolean verified, boolean initial, boolean isDefault) {
	}

	/**
	 * A plan assigned to the tenant.
	 *
	 * @param service for instance {@code exchange}
	 * @param status for instance {@code Enabled}, {@code Warning}
	 */
	record AssignedPlan(String service, String status) {
	}

	/**
	 * A service principal with its keys.
	 *
	 * @param objectId in this tenant
	 * @param appId the same in all tenants
	 * @param displayName shown in the portal
	 * @param keys all keys, ours and others
	 */
	record Principal(String objectId, String appId, String displayName, List<TenantKey> keys) {

		public Optional<TenantKey> key(String sha256) {
			return this.keys.stream()
				.filter((key) -> key.certificate().map(Certificate::sha256).filter(sha256::equals).isPresent())
				.findFirst();
		}

	}

	/**
	 * A key on a principal.
	 *
	 * @param keyId given by the tenant
	 * @param displayName may be empty
	 * @param start from when it is honoured
	 * @param end until when
	 * @param certificate its certificate, or empty when the tenant did not send the bytes
	 * or they are no certificate
	 * @param raw the entry as it came, property by property, {@code key} in base64
	 */
	record TenantKey(String keyId, String displayName, Instant start, Instant end, Optional<Certificate> certificate,
			Map<String, String> raw) {
	}

}
