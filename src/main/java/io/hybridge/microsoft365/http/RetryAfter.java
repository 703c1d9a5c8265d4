package io.hybridge.microsoft365.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.springframework.http.HttpHeaders;

/** Reads how long a server asks to wait. */
final class RetryAfter {

	private static final Duration LONGEST = Duration.ofDays(1);

	private RetryAfter() {
	}

	/**
	 * Reads the header, which Microsoft writes as seconds with a fraction or as a date.
	 * @param headers of the answer
	 * @param now by our clock, used when the answer does not tell its own time
	 * @return the pause, never negative, or empty when none is told
	 */
	static Optional<Duration> in(HttpHeaders headers, Instant now) {
		String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value == null || value.isBlank() || value.length() > 64) {
			return Optional.empty();
		}
		return seconds(value.strip())
			.or(() -> date(value.strip()).map((until) -> Duration
				.between(date(GraphJson.orEmpty(headers.getFirst(HttpHeaders.DATE))).orElse(now), until)))
			.map(RetryAfter::within);
	}

	private static Optional<Duration> seconds(String value) {
		if (!value.matches("[0-9]{1,12}(\\.[0-9]{1,9})?")) {
			return Optional.empty();
		}
		return Optional.of(Duration.ofMillis(new BigDecimal(value).movePointRight(3).longValue()));
	}

	private static Optional<Instant> date(String value) {
		try {
			return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private static Duration within(Duration pause) {
		if (pause.isNegative()) {
			return Duration.ZERO;
		}
		return (pause.compareTo(LONGEST) > 0) ? LONGEST : pause;
	}

}
