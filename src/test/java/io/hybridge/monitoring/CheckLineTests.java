package io.hybridge.monitoring;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.CheckSequences.Begun;
import io.hybridge.run.RunState;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

class CheckLineTests {

	@Test
	void hasNoLineWhereNothingIsUnderWay() {
		assertThat(CheckLine.of(List.of(), stand(StepState.IN_EFFECT))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void saysOfAStepThatWasCheckedHowItStands(StepState state) {
		assertThat(words(state, begun(1, StepName.TENANT, RunState.UNCHECKED),
				begun(2, StepName.SERVERS, RunState.RUNNING)))
			.containsExactly(state.status(), "running", "waiting", "waiting");
	}

	@ParameterizedTest
	@EnumSource
	void saysTheSameHoweverItsCheckEnded(RunState end) {
		assertThat(words(StepState.READY_TO_PLAN, begun(1, StepName.TENANT, end)).getFirst())
			.isEqualTo(end.ended() ? "ready" : ((end == RunState.PARKED) ? "parked" : "running"));
	}

	@Test
	void letsNobodyWaitForAStepThatWasLeftOut() {
		assertThat(words(StepState.NEEDS_ATTENTION, begun(1, StepName.TENANT, RunState.AS_WANTED),
				begun(2, StepName.OAUTH, RunState.QUEUED)))
			.containsExactly("attention", "attention", "running", "waiting");
	}

	private static List<String> words(StepState state, Begun... begun) {
		return CheckLine.of(List.of(begun), stand(state)).stream().map(CheckLine::status).toList();
	}

	private static Begun begun(long run, StepName step, RunState state) {
		return new Begun(run, step, state);
	}

	private static List<StepStatus> stand(StepState state) {
		return Arrays.stream(StepName.values())
			.map((step) -> new StepStatus(new OrganizationId(1), step, state, StoredMessage.of("x"), Cause.OTHER, null,
					null, null, null, null))
			.toList();
	}

}
