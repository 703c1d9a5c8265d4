package io.hybridge.run.probe;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.hybridge.run.probe.ProbeResults.Probed;

import static org.assertj.core.api.Assertions.assertThat;

class ProbeVerdictTests {

	private static final Probed PROVED = probe(true, "Succeeded", "", "");

	private static final Probed FAILED = probe(true, "Failed", "AADSTS700027", "");

	private static final Probed NOT_REACHED = probe(false, "", "winrm.access-denied", "");

	@Test
	void provesNothingWithoutAServer() {
		assertThat(ProbeVerdict.of(List.of())).isEqualTo(ProbeVerdict.NONE);
	}

	@Test
	void isProvedByEveryServerAndByNoFewer() {
		assertThat(ProbeVerdict.of(List.of(PROVED))).isEqualTo(ProbeVerdict.PROVED);
		assertThat(ProbeVerdict.of(List.of(PROVED, PROVED))).isEqualTo(ProbeVerdict.PROVED);
		assertThat(ProbeVerdict.of(List.of(PROVED, NOT_REACHED))).isEqualTo(ProbeVerdict.UNKNOWN);
		assertThat(ProbeVerdict.of(List.of(NOT_REACHED, NOT_REACHED))).isEqualTo(ProbeVerdict.UNKNOWN);
	}

	@Test
	void failsWhereOneServerShowsIt() {
		assertThat(ProbeVerdict.of(List.of(PROVED, FAILED))).isEqualTo(ProbeVerdict.FAILED);
		assertThat(ProbeVerdict.of(List.of(NOT_REACHED, FAILED))).isEqualTo(ProbeVerdict.FAILED);
	}

	@Test
	void takesNoHalfSuccessForAProof() {
		assertThat(probe(true, "Succeeded", "AADSTS700027", "").succeeded()).isFalse();
		assertThat(probe(true, "Succeeded", "", "SocketException").succeeded()).isFalse();
		assertThat(probe(true, "", "", "").succeeded()).isFalse();
		assertThat(probe(true, "succeeded", "", "").succeeded()).as("in the probe's own spelling").isFalse();
		assertThat(probe(false, "Succeeded", "", "").succeeded()).as("nobody asked it").isFalse();
	}

	private static Probed probe(boolean reached, String type, String error, String exception) {
		return new Probed("ex1.fabrikam.com", Instant.EPOCH, reached, type, error, exception);
	}

}
