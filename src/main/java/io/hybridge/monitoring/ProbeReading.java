package io.hybridge.monitoring;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.hybridge.run.probe.ProbeResults.Probed;
import io.hybridge.run.status.CountingProbes;
import io.hybridge.run.status.StepStatus;
import io.hybridge.web.PathHop.Place;
import io.hybridge.web.text.StoredMessage;

/**
 * What the newest round of probes says of the path: which hop a failed one stopped at,
 * and what a successful one proved.
 *
 * @param probes one per mailbox server, empty when none counts
 */
record ProbeReading(List<Probed> probes) {

	private static final Pattern SIGN_IN_ERROR = Pattern.compile("AADSTS\\d{4,7}");

	private static final int LONGEST = 120;

	static ProbeReading of(List<Probed> probes, List<StepStatus> steps) {
		return new ProbeReading(CountingProbes.of(probes, steps));
	}

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

	/**
	 * The hop that a failed probe names by its error. What names no other hop never left
	 * the server.
	 * @param probe that failed
	 * @return where it stopped
	 */
	static Place stoppedAt(Probed probe) {
		String words = (probe.error() + " " + probe.exception()).toLowerCase(Locale.ROOT);
		if (words.contains("certificate with thumbprint")) {
			return Place.SERVER;
		}
		if (words.contains("aadsts") || words.contains("trusted_issuer") || words.contains("oauthtokenrequestfailed")
				|| words.contains("remote server login.") || words.contains("remote server accounts.")) {
			return Place.TOKEN;
		}
		boolean answered = words.contains("remote server returned an error")
				|| words.contains("unable to connect to the remote server");
		return answered ? Place.CLOUD : Place.SERVER;
	}

	static StoredMessage evidence(Probed probe) {
		if (!probe.reached()) {
			return StoredMessage.of("monitoring.hop.probe.not-reached", name(probe));
		}
		Matcher code = SIGN_IN_ERROR.matcher(probe.error() + " " + probe.exception());
		if (code.find()) {
			return StoredMessage.of("monitoring.hop.probe.sign-in", name(probe), code.group());
		}
		String error = probe.error().isEmpty() ? probe.resultType() : probe.error();
		return StoredMessage.of("monitoring.hop.probe.failed", name(probe),
				(error.length() > LONGEST) ? error.substring(0, error.offsetByCodePoints(0, 100)) + "…" : error);
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
