package io.hybridge.run.probe;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.hybridge.run.probe.JournaledProbe.Outcome;
import io.hybridge.run.probe.JournaledProbe.Restart;

import static org.assertj.core.api.Assertions.assertThat;

class JournaledProbeTests {

	private static final Instant BEFORE = Instant.parse("2026-11-20T04:00:00Z");

	/** The console's clock may be days apart from the server's. */
	private static final Instant INTENT = Instant.parse("2026-11-25T13:05:12Z");

	@Test
	void seesARestartInAServiceThatRunsSinceLater() {
		assertThat(restart(BEFORE).seenIn(BEFORE.plusSeconds(1))).isTrue();
		assertThat(restart(BEFORE).seenIn(INTENT.minusSeconds(60))).as("by the server's clock only").isTrue();
	}

	@Test
	void seesNoRestartInAServiceThatRunsSinceAsLongAsBefore() {
		assertThat(restart(BEFORE).seenIn(BEFORE)).isFalse();
		assertThat(restart(BEFORE).seenIn(BEFORE.minusSeconds(1))).isFalse();
	}

	@Test
	void seesARestartInAServiceThatDidNotRunBefore() {
		assertThat(restart(null).seenIn(BEFORE)).isTrue();
	}

	@Test
	void succeedsOnlyWithoutErrorAndException() {
		assertThat(outcome("Succeeded", "", "").succeeded()).isTrue();
		assertThat(outcome("Succeeded", "", null).succeeded()).as("none was written").isTrue();
		assertThat(outcome("Succeeded", "AADSTS700027", "").succeeded()).isFalse();
		assertThat(outcome("Succeeded", "", "SocketException").succeeded()).isFalse();
		assertThat(outcome("Failed", "", "").succeeded()).isFalse();
		assertThat(outcome(null, "winrm.access-denied", null).succeeded()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(ProbeState.class)
	void endsWhenItWasProbedOrCouldNotBe(ProbeState state) {
		assertThat(state.ended()).isEqualTo(state == ProbeState.PROBED || state == ProbeState.NOT_REACHED);
	}

	private static Restart restart(Instant startedBefore) {
		return new Restart(1, INTENT, startedBefore, null, null);
	}

	private static Outcome outcome(String type, String error, String exception) {
		return new Outcome(INTENT, type, error, exception, "");
	}

}
