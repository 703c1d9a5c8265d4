package io.hybridge.microsoft365.http;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-11-24T13:05:12Z");

	@ParameterizedTest
	@CsvSource({ "34, 34000", "2.128, 2128", "0, 0", "999999999999, 86400000" })
	void readsSecondsWithAFraction(String value, long millis) {
		assertThat(RetryAfter.in(headers(value), NOW)).contains(Duration.ofMillis(millis));
	}

	@Test
	@Faults("F40")
	void measuresADateAgainstTheServersOwnClock() {
		HttpHeaders headers = headers("Tue, 24 Nov 2026 14:00:10 GMT");
		headers.set(HttpHeaders.DATE, "Tue, 24 Nov 2026 14:00:00 GMT");
		assertThat(RetryAfter.in(headers, NOW)).contains(Duration.ofSeconds(10));
	}

	@Test
	void measuresADateAgainstOurClockWhenTheServerTellsNone() {
		assertThat(RetryAfter.in(headers("Tue, 24 Nov 2026 13:05:20 GMT"), NOW)).contains(Duration.ofSeconds(8));
		assertThat(RetryAfter.in(headers("Tue, 24 Nov 2026 13:00:00 GMT"), NOW)).contains(Duration.ZERO);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "-5", "1e9", "NaN", "2,5", "99999999999999999999" })
	void treatsWhatItCannotReadAsNotTold(String value) {
		assertThat(RetryAfter.in(headers(value), NOW)).isEmpty();
	}

	private static HttpHeaders headers(String value) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, value);
		return headers;
	}

}
