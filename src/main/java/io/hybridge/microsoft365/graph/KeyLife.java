package io.hybridge.microsoft365.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.hybridge.certificate.Certificate;

/**
 * From when until when a new entry counts: as long as its certificate, or as long as a
 * policy lets it.
 *
 * @param start never before the certificate's
 * @param end never after the certificate's
 */
record KeyLife(Instant start, Instant end) {

	static KeyLife of(Certificate certificate, Optional<Duration> longest, Instant now) {
		KeyLife whole = new KeyLife(certificate.notBefore(), certificate.notAfter());
		return longest.filter((limit) -> limit.compareTo(Duration.between(whole.start(), whole.end())) < 0)
			.map((limit) -> shortened(whole, limit, now))
			.orElse(whole);
	}

	private static KeyLife shortened(KeyLife whole, Duration limit, Instant now) {
		Instant start = now.isBefore(whole.start()) ? whole.start() : now;
		Instant end = start.plus(limit);
		return new KeyLife(start, end.isAfter(whole.end()) ? whole.end() : end);
	}

}
