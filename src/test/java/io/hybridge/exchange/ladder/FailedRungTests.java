package io.hybridge.exchange.ladder;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.hybridge.exchange.ladder.RungReading.State;
import io.hybridge.remote.RemoteFailure;

import static org.assertj.core.api.Assertions.assertThat;

class FailedRungTests {

	/** What the scripts of the steps meet, and what is said before anything is tried. */
	private static final Set<String> NEVER_ON_A_LADDER = Set.of("no-connection", "no-password", "no-address",
			"object-missing", "object-exists", "auth-server-refused", "certificate-not-found", "metadata-unreachable",
			"certificate-missing", "certificate-not-valid", "certificate-key-unknown", "certificate-without-key",
			"certificate-not-on-server", "service-missing", "service-failed", "no-probe-result", "probe-missing",
			"bundle-only", "bundle-discarded");

	/** These can end a call anywhere above the looks, or before it: no rung is blamed. */
	private static final Set<String> ANYWHERE = Set.of("not-winrm", "server-error", "fault", "no-answer",
			"connection-lost", "interrupted", "deadline", "deadline-not-ended", "deadline-before-start",
			"console-fault", "no-exchange-account");

	/** A new way to fail that nobody gave a rung would blame the wrong one. */
	@Test
	void everyFailureOfAConnectionHasItsRung() throws IOException {
		List<String> without = codes().stream()
			.filter((code) -> !NEVER_ON_A_LADDER.contains(code) && !ANYWHERE.contains(code))
			.filter((code) -> FailedRung.of("exchange." + code).isEmpty())
			.toList();
		assertThat(without).isEmpty();
	}

	@Test
	void whatHasNoRungIsStillTold() throws IOException {
		assertThat(codes()).containsAll(NEVER_ON_A_LADDER);
		assertThat(NEVER_ON_A_LADDER).allMatch((code) -> FailedRung.of("exchange." + code).isEmpty());
	}

	@Test
	void whatCanEndACallAnywhereLeavesAllAboveTheLooksUnknown() {
		List<Rung> rungs = List.of(Rung.NAME, Rung.PORT, Rung.SIGN_IN, Rung.SHELL);
		List<RungReading> below = List.of(RungReading.holds(Rung.NAME, List.of()),
				RungReading.holds(Rung.PORT, List.of()));
		for (String code : ANYWHERE) {
			List<RungReading> readings = Climb.broken(rungs, below,
					RemoteFailure.withoutEffect("ex1", "exchange." + code, ""));
			assertThat(readings).extracting(RungReading::state)
				.containsExactly(State.HOLDS, State.HOLDS, State.UNKNOWN, State.UNKNOWN);
			assertThat(readings.get(2).failure()).isEqualTo("exchange." + code);
		}
	}

	@Test
	void whatLiesAboveTheFailedRungWasNotTried() {
		List<Rung> rungs = List.of(Rung.NAME, Rung.PORT, Rung.SIGN_IN, Rung.SHELL, Rung.POWERSHELL);
		List<RungReading> below = List.of(RungReading.holds(Rung.NAME, List.of()),
				RungReading.holds(Rung.PORT, List.of()));
		assertThat(Climb.broken(rungs, below, RemoteFailure.withoutEffect("ex1", "exchange.access-denied", "")))
			.extracting(RungReading::state)
			.containsExactly(State.HOLDS, State.HOLDS, State.HOLDS, State.FAILED, State.NOT_TRIED);
		assertThat(Climb.broken(rungs, below, RemoteFailure.withoutEffect("ex1", "exchange.unreachable", "")))
			.extracting(RungReading::state)
			.containsExactly(State.HOLDS, State.FAILED, State.NOT_TRIED, State.NOT_TRIED, State.NOT_TRIED);
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
