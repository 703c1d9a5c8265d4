package io.hybridge.run.status;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** What the time alone makes of a state that was kept. */
class StepStatusTests {

	private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");

	private static final StatusSettings SETTINGS = new StatusSettings(Duration.ofHours(24), Duration.ofDays(30));

	@ParameterizedTest(name = "seen {0} h ago, ends in {1} h")
	@CsvSource({ "1, 721, IN_EFFECT, OTHER", "1, 719, NEEDS_ATTENTION, CERTIFICATE_ENDS",
			"25, 719, NEEDS_ATTENTION, CERTIFICATE_ENDS_OLD", "1, 0, NEEDS_ATTENTION, CERTIFICATE_ENDED",
			"25, -1, NEEDS_ATTENTION, CERTIFICATE_ENDED", "25, 721, OLD, OTHER" })
	void tellsHowFarTheEndOfTheCertificateIsKnown(int seen, int ends, StepState state, Cause cause) {
		StepStatus told = oauth(StepState.IN_EFFECT, seen, ends).at(NOW, SETTINGS);
		assertThat(told.state()).isEqualTo(state);
		assertThat(told.cause()).isEqualTo(cause);
	}

	@Test
	void namesTheEndAsWhatItIs() {
		assertThat(oauth(StepState.IN_EFFECT, 1, 24).at(NOW, SETTINGS).reason())
			.isEqualTo(StoredMessage.of("step.oauth.expires", NOW.plus(Duration.ofDays(1))));
		assertThat(oauth(StepState.IN_EFFECT, 1, -24).at(NOW, SETTINGS).reason())
			.isEqualTo(StoredMessage.of("step.oauth.expired", NOW.minus(Duration.ofDays(1))));
	}

	@Test
	void asksForAnotherLookWhereTheCertificateHasEnded() {
		assertThat(oauth(StepState.IN_EFFECT, 1, -24).at(NOW, SETTINGS).next()).isEqualTo("old");
		assertThat(oauth(StepState.IN_EFFECT, 1, 24).at(NOW, SETTINGS).next()).isEqualTo("attention");
	}

	@Test
	void leavesWhatIsWorseAsItWasSeen() {
		StepStatus outage = oauth(StepState.OUTAGE, 25, -24);
		assertThat(outage.at(NOW, SETTINGS)).isEqualTo(outage);
	}

	private static StepStatus oauth(StepState state, int seen, int ends) {
		return new StepStatus(new OrganizationId(1), StepName.OAUTH, state, StoredMessage.of("x"), Cause.OTHER,
				NOW.minus(Duration.ofHours(seen)), NOW.plus(Duration.ofHours(ends)), null, null, null);
	}

}
