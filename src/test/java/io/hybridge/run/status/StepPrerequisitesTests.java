package io.hybridge.run.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

class StepPrerequisitesTests {

	private static final StoredMessage NEVER = StoredMessage.of("step.never-looked");

	@Test
	void letsEveryStepWaitForItsTurnAtFirst() {
		assertThat(shown(never(), never(), never(), never())).containsOnly(StepState.NOT_STARTED);
	}

	@Test
	void saysThatStepsBehindAnObstacleCannotStart() {
		assertThat(shown(seen(StepState.IN_EFFECT, "x"), seen(StepState.NEEDS_ATTENTION, "too-old"), never(), never()))
			.containsExactly(StepState.IN_EFFECT, StepState.NEEDS_ATTENTION, StepState.NOT_STARTED,
					StepState.CANNOT_START);
		assertThat(shown(seen(StepState.NEEDS_ATTENTION, "no-plan"), never(), never(), never())).containsExactly(
				StepState.NEEDS_ATTENTION, StepState.CANNOT_START, StepState.CANNOT_START, StepState.CANNOT_START);
	}

	@Test
	void case08LetsOAuthBeMendedWhileTheServersAreTooOld() {
		assertThat(shown(seen(StepState.IN_EFFECT, "x"), seen(StepState.NEEDS_ATTENTION, "too-old"),
				seen(StepState.READY_TO_PLAN, "expired"),
				seen(StepState.NEEDS_ATTENTION, "finding.servers-not-in-effect.brief")))
			.endsWith(StepState.READY_TO_PLAN, StepState.CANNOT_START);
	}

	@Test
	void seesThatAStepIsBlockedByTheSameFinding() {
		assertThat(shown(seen(StepState.NEEDS_ATTENTION, "same"), seen(StepState.IN_EFFECT, "x"),
				seen(StepState.NEEDS_ATTENTION, "same"),
				seen(StepState.NEEDS_ATTENTION, "finding.oauth-not-in-effect.brief")))
			.endsWith(StepState.CANNOT_START, StepState.CANNOT_START);
	}

	@Test
	void leavesAStepAloneThatHasTroubleOfItsOwn() {
		assertThat(shown(seen(StepState.IN_EFFECT, "x"), seen(StepState.NEEDS_ATTENTION, "too-old"),
				seen(StepState.CONFLICT, "y"), seen(StepState.IN_EFFECT, "z")))
			.endsWith(StepState.CONFLICT, StepState.IN_EFFECT);
	}

	@Test
	void opensTheWayWhileTheObstacleIsBeingLookedAt() {
		assertThat(shown(seen(StepState.RUNNING, "x"), never(), never(), never())).endsWith(StepState.NOT_STARTED,
				StepState.NOT_STARTED, StepState.NOT_STARTED);
	}

	private static List<StepState> shown(Kept... kept) {
		List<StepStatus> statuses = new ArrayList<>();
		for (StepName step : StepName.values()) {
			Kept one = kept[step.ordinal()];
			statuses.add(new StepStatus(new OrganizationId(1), step, one.state(), one.reason(), one.checkedAt(), null,
					null, null, null));
		}
		return StepPrerequisites.shown(statuses).stream().map(StepStatus::state).toList();
	}

	private static Kept never() {
		return new Kept(StepState.NOT_STARTED, NEVER, null);
	}

	private static Kept seen(StepState state, String reason) {
		return new Kept(state, StoredMessage.of(reason), Instant.EPOCH);
	}

	private record Kept(StepState state, StoredMessage reason, Instant checkedAt) {
	}

}
