package io.hybridge.step.observation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.hybridge.exchange.ExchangeAnswer.Field;
import io.hybridge.exchange.PushProxy;
import io.hybridge.exchange.PushProxy.Stamp;

/**
 * What the newest change of ours to the push proxy was answered: how the proxy stood
 * then, and by what its object can be recognized as untouched since.
 *
 * @param enabled how it was left
 * @param organization the domain it was left with
 * @param stamps when the object was changed last, as the record and the directory said
 * @param movedNothing whether the directory saw no change by this call
 */
public record ProxyAnswer(boolean enabled, String organization, Set<Stamp> stamps, boolean movedNothing) {

	/**
	 * Reads an answer. A cmdlet that wrote no record did what it was asked for.
	 * @param enables whether the change was to enable
	 * @param organization the change's domain
	 * @param fields the cmdlet's record and what the directory said before and after
	 * @return the answer
	 */
	public static ProxyAnswer of(boolean enables, String organization, List<Field> fields) {
		Optional<PushProxy.Shown> record = PushProxy.Shown.of(fields);
		Map<String, String> values = new HashMap<>();
		fields.forEach((field) -> values.put(field.name(), field.value()));
		Set<Stamp> stamps = new HashSet<>();
		stamp(values, "OriginatingServer", "WhenChangedUTC").ifPresent(stamps::add);
		Optional<Stamp> before = stamp(values, "DirectoryServer", "DirectoryChangedBefore");
		stamp(values, "DirectoryServer", "DirectoryChangedAfter")
			.filter((after) -> !before.equals(Optional.of(after)) || noneLater(stamps, after))
			.ifPresent(stamps::add);
		return new ProxyAnswer(record.map(PushProxy.Shown::enabled).orElse(enables),
				record.map(PushProxy.Shown::organization).orElse(organization), Set.copyOf(stamps),
				before.filter((former) -> stamps.contains(former) && noneLater(stamps, former)).isPresent());
	}

	/**
	 * A domain controller that lags behind still shows the old date, and another one as
	 * soon as it catches up.
	 */
	private static boolean noneLater(Set<Stamp> stamps, Stamp former) {
		return stamps.stream().noneMatch((stamp) -> stamp.changed().isAfter(former.changed()));
	}

	/** Whether the object is as this answer left it. */
	boolean stillFits(Stamp seen) {
		return this.stamps.contains(seen);
	}

	/**
	 * Whether one domain controller dated both, so that another date is another change.
	 */
	boolean comparesWith(Stamp seen) {
		return this.stamps.stream().anyMatch((stamp) -> stamp.domainController().equals(seen.domainController()));
	}

	private static Optional<Stamp> stamp(Map<String, String> values, String server, String changed) {
		try {
			return Optional
				.of(new Stamp(values.getOrDefault(server, ""), Instant.parse(values.getOrDefault(changed, ""))));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

}
