package io.hybridge.exchange.ladder;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailedRungTests {

	/** What the scripts of the steps meet, and what is said before anything is tried. */
	private static final Set<String> NEVER_ON_A_LADDER = Set.of("no-connection", "no-password", "no-address",
			"object-missing", "object-exists", "auth-server-refused", "certificate-not-found", "metadata-unreachable",
			"certificate-missing", "certificate-not-valid", "certificate-key-unknown", "certificate-without-key",
			"certificate-not-on-server", "service-missing", "service-failed", "no-probe-result", "probe-missing");

	/** A new way to fail that nobody gave a rung would blame the wrong one. */
	@Test
	void everyFailureOfAConnectionHasItsRung() throws IOException {
		List<String> without = codes().stream()
			.filter((code) -> !NEVER_ON_A_LADDER.contains(code))
			.filter((code) -> FailedRung.of("exchange." + code).isEmpty())
			.toList();
		assertThat(without).isEmpty();
	}

	@Test
	void whatHasNoRungIsStillTold() throws IOException {
		assertThat(codes()).containsAll(NEVER_ON_A_LADDER);
		assertThat(NEVER_ON_A_LADDER).allMatch((code) -> FailedRung.of("exchange." + code).isEmpty());
	}

	private static List<String> codes() throws IOException {
		Properties texts = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("frontend/messages/exchange.properties"))) {
			texts.load(reader);
		}
		return texts.stringPropertyNames()
			.stream()
			.filter((key) -> key.startsWith("failure.exchange."))
			.map((key) -> key.substring("failure.exchange.".length()))
			.toList();
	}

}
