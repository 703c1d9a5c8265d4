package io.hybridge.monitoring;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.hybridge.run.probe.ProbeFailure;
import io.hybridge.run.probe.ProbeResults.Probed;
import io.hybridge.web.PathHop.Place;
import io.hybridge.web.text.StoredMessage;

/**
 * What the newest round of probes says of the path: which hop a failed one stopped at,
 * and what a successful one proved.
 *
 * @param probes one per mailbox server, empty when none counts
 */
record ProbeReading(List<Probed> probes) {

	boolean none() {
		return this.probes.isEmpty();
	}

	/**
	 * The failure that stopped earliest on the path.
	 * @return the probe, or empty when none failed
	 */
	Optional<Probed> failed() {
		return this.probes.stream()
			.filter((probe) -> probe.reached() && !probe.succeeded())
			.min(Comparator.comparing(ProbeReading::stoppedAt));
	}

	Optional<Probed> failedAt(Place place) {
		return failed().filter((probe) -> stoppedAt(probe) == place);
	}

	Optional<Probed> notReached() {
		return this.probes.stream().filter((probe) -> !probe.reached()).findFirst();
	}

	private static Place stoppedAt(Probed probe) {
		return switch (probe.failure().stoppedAt()) {
			case SERVER -> Place.SERVER;
			case TOKEN -> Place.TOKEN;
			case CLOUD -> Place.CLOUD;
		};
	}

	static StoredMessage evidence(Probed probe) {
		ProbeFailure failure = probe.failure();
		StoredMessage title = StoredMessage.of(failure.key() + ".title");
		return failure.said().isEmpty() ? StoredMessage.of("monitoring.hop.probe.failed", name(probe), title)
				: StoredMessage.of("monitoring.hop.probe.refused", name(probe), title, failure.said());
	}

	StoredMessage proved(String key) {
		Instant first = this.probes.stream().map(Probed::at).min(Comparator.naturalOrder()).orElseThrow();
		return StoredMessage.of(key, this.probes.stream().map(ProbeReading::name).collect(Collectors.joining(", ")),
				first);
	}

	private static String name(Probed probe) {
		return probe.server().split("\\.")[0].toUpperCase(Locale.ROOT);
	}

}
