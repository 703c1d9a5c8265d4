package io.hybridge.lab.tenant.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.hybridge.lab.LabContext;
import io.hybridge.lab.Trait;
import io.hybridge.lab.Traits;
import io.hybridge.lab.tenant.http.GraphError;
import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.state.TenantKey;

/** What the tenant's policy for applications says of keys, and does to new ones. */
final class ApplicationPolicy {

	private static final Duration YEAR = Duration.ofDays(365);

	private final LabContext context;

	private final Traits traits;

	ApplicationPolicy(LabContext context) {
		this.context = context;
		this.traits = context.traits();
	}

	/** Few may read it: the console does not ask for that consent by itself. */
	Reply show() {
		if (!this.traits.has(Trait.KEY_POLICY_READABLE)) {
			return GraphError.accessDenied(this.context.clock().instant());
		}
		boolean limited = this.traits.has(Trait.KEY_LIFETIME_POLICY);
		List<Map<String, Object>> limits = limited ? List.of(Map.of("restrictionType", "asymmetricKeyLifetime", "state",
				"enabled", "maxLifetime", "P365D", "restrictForAppsCreatedAfterDateTime", "2019-10-19T10:37:00Z"))
				: List.of();
		return Reply.json(200, Map.of("id", "00000000-0000-0000-0000-000000000000", "displayName",
				"Default app management tenant policy", "isEnabled", limited, "applicationRestrictions",
				Map.of("passwordCredentials", List.of(), "keyCredentials", limits), "servicePrincipalRestrictions",
				Map.of("passwordCredentials", List.of(), "keyCredentials", limits)));
	}

	/**
	 * Judges a new key.
	 * @param key as it was asked for
	 * @return the key as it becomes
	 * @throws KeyRefused when the policy does not allow it
	 */
	TenantKey admitted(TenantKey key) {
		if (this.traits.has(Trait.KEY_TYPE_NOT_ALLOWED)) {
			throw new KeyRefused("CredentialTypeNotAllowedAsPerAppPolicy",
					"Credential type not allowed as per assigned policy 'Default app management tenant policy'.");
		}
		Instant start = Instant.parse(key.startDateTime());
		Instant end = Instant.parse(key.endDateTime());
		if (this.traits.has(Trait.KEY_LIFETIME_POLICY) && Duration.between(start, end).compareTo(YEAR) > 0) {
			throw new KeyRefused("CredentialInvalidLifetimeAsPerAppPolicy",
					"Credential lifetime exceeds the max value allowed as per assigned policy 'Default app management tenant policy'.");
		}
		return this.traits.has(Trait.KEY_ENDS_AFTER_A_YEAR) ? shortened(key, end) : key;
	}

	private TenantKey shortened(TenantKey key, Instant end) {
		Instant now = this.context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
		Instant inAYear = now.plus(YEAR);
		return TenantKey.of(key.certificate(), key.displayName(), now, inAYear.isAfter(end) ? end : inAYear);
	}

}
