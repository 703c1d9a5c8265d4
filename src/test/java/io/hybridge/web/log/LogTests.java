package io.hybridge.web.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogTests {

	private static final String FORGED = "x\n2026-12-01T06:00:00.000Z  INFO 1 --- [hybridge] : Petra signed in\r\n\u001b[2Jy\u2028z\u202e";

	@Test
	void nobodyWritesALineOfTheLog() {
		for (String text : new String[] { new BoundedMessage().convert(event("Asked for " + FORGED, null)),
				new BoundedTrace().convert(event("", new IllegalStateException(FORGED))) }) {
			assertThat(text.lines()).noneMatch((line) -> line.startsWith("2026"));
			assertThat(text).contains("  | 2026").doesNotContain("\u001b", "\r", "\u2028", "\u202e");
		}
	}

	@Test
	void anErrorIsOfBoundedLength() {
		Throwable failure = deep(200);
		for (int i = 0; i < 10; i++) {
			failure = new IllegalStateException("x".repeat(1_800_000), failure);
		}
		assertThat(new BoundedTrace().convert(event("", failure))).hasSizeLessThan(16_000)
			.contains("Caused by: java.lang.IllegalStateException: xxx", " more");
		assertThat(new BoundedMessage().convert(event("x".repeat(1_800_000), null))).hasSizeLessThan(4_100);
	}

	private static Throwable deep(int calls) {
		return (calls > 0) ? deep(calls - 1) : new IllegalArgumentException("deep");
	}

	private static LoggingEvent event(String message, Throwable failure) {
		LoggerContext context = new LoggerContext();
		return new LoggingEvent("", context.getLogger("test"), Level.ERROR, message, failure, null);
	}

}
