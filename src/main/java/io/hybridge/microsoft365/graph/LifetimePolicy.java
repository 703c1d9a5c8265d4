package io.hybridge.microsoft365.graph;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

import io.hybridge.microsoft365.KeyPolicy;

/**
 * Reads what the tenant's policy for applications says of the keys of principals. Few
 * sign-ins may read it; then only the write tells.
 */
final class LifetimePolicy {

	private LifetimePolicy() {
	}

	static KeyPolicy read(GraphClient graph, Instant now) {
		return graph.findIfPermitted("/policies/defaultAppManagementPolicy", null, JsonNode.class)
			.map((policy) -> policy.path("isEnabled").asBoolean(false) ? limited(policy, now)
					: new KeyPolicy.Unlimited())
			.orElseGet(KeyPolicy.NotRead::new);
	}

	private static KeyPolicy limited(JsonNode policy, Instant now) {
		JsonNode restrictions = policy.path("servicePrincipalRestrictions").path("keyCredentials");
		return StreamSupport.stream(restrictions.spliterator(), false)
			.filter((restriction) -> restriction.path("restrictionType").asString("").equals("asymmetricKeyLifetime"))
			.filter((restriction) -> !restriction.path("state").asString("").equals("disabled"))
			.filter((restriction) -> inForce(restriction.path("restrictForAppsCreatedAfterDateTime").asString(""), now))
			.flatMap((restriction) -> life(restriction.path("maxLifetime").asString("")).stream())
			.min(Comparator.naturalOrder())
			.<KeyPolicy>map(KeyPolicy.AtMost::new)
			.orElseGet(KeyPolicy.Unlimited::new);
	}

	/** One that is only for what is made later does not reach a principal of today. */
	private static boolean inForce(String madeAfter, Instant now) {
		try {
			return madeAfter.isEmpty() || !OffsetDateTime.parse(madeAfter).toInstant().isAfter(now);
		}
		catch (DateTimeException ex) {
			return true;
		}
	}

	/** Days, months or years, for instance P365D or P1Y. */
	private static Optional<Duration> life(String iso) {
		try {
			Period period = Period.parse(iso);
			return Optional
				.of(Duration
					.ofDays(period.toTotalMonths() / 12 * 365 + period.toTotalMonths() % 12 * 30 + period.getDays()))
				.filter(Duration::isPositive);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
