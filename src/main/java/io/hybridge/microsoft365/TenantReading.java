package io.hybridge.microsoft365;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
	 * @param mayWriteKeys whether one of the roles may write keys of a principal; where
	 * none was seen it may be allowed all the same
	 * @param domains its domains
	 * @param plans its assigned plans
	 * @param principal the principal Exchange Online, or empty when the tenant has none
	 * @param keyPolicy how long its keys may last
	 * @param evidence what was asked and answered, word for word
	 * @param application that read, where nobody was signed in; then nobody may write
	 */
	record Seen(Instant takenAt, String tenantId, String displayName, String signedInAs, List<String> roles,
			boolean mayWriteKeys, List<TenantDomain> domains, List<AssignedPlan> plans, Optional<Principal> principal,
			KeyPolicy keyPolicy, String evidence, Optional<Application> application) implements TenantReading {

		/** As the administrator sees it who signed in. */
		public Seen(Instant takenAt, String tenantId, String displayName, String signedInAs, List<String> roles,
				boolean mayWriteKeys, List<TenantDomain> domains, List<AssignedPlan> plans,
				Optional<Principal> principal, KeyPolicy keyPolicy, String evidence) {
			this(takenAt, tenantId, displayName, signedInAs, roles, mayWriteKeys, domains, plans, principal, keyPolicy,
					evidence, Optional.empty());
		}

	}

	/**
	 * An application that reads with a certificate.
	 *
	 * @param clientId of it
	 * @param thumbprint of the certificate
	 */
	record Application(String clientId, String thumbprint) {
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

		/** The entries of a certificate, whether they count or not. */
		public List<TenantKey> entries(String sha256) {
			return this.keys.stream().filter((key) -> key.isOf(sha256)).toList();
		}

		/**
		 * The entry with which Microsoft checks the signatures of a certificate.
		 * @param sha256 over the DER of the certificate
		 * @param now when
		 * @return the one that lasts longest, or empty where none counts
		 */
		public Optional<TenantKey> honored(String sha256, Instant now) {
			return entries(sha256).stream()
				.filter((key) -> key.honoredAt(now))
				.max(Comparator.comparing(TenantKey::end, Comparator.nullsLast(Comparator.naturalOrder())));
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

		// The clocks of Microsoft and of the console may differ by so much.
		private static final Duration SKEW = Duration.ofMinutes(5);

		public boolean isOf(String sha256) {
			return this.certificate.map(Certificate::sha256).filter(sha256::equals).isPresent();
		}

		/** Whether the tenant did not say of which certificate it is. */
		public boolean unread() {
			return this.certificate.isEmpty() && this.raw.get("key") == null;
		}

		/** Whether it is of the kind with which signatures are checked. */
		public boolean verifies() {
			return "AsymmetricX509Cert".equals(this.raw.get("type")) && "Verify".equals(this.raw.get("usage"));
		}

		public boolean honoredAt(Instant now) {
			return verifies() && !startsAfter(now) && !endedAt(now);
		}

		public boolean startsAfter(Instant now) {
			return this.start != null && this.start.isAfter(now.plus(SKEW));
		}

		public boolean endedAt(Instant now) {
			return this.end != null && !this.end.isAfter(now);
		}

	}

}
