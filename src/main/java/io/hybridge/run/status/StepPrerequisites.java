package io.hybridge.run.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.hybridge.step.StepState;
import io.hybridge.web.text.StoredMessage;

/**
 * Says of the later steps that they cannot start while an earlier one stands in their
 * way. It is derived whenever the statuses are read, so that an earlier step that is
 * mended opens the way at once.
 */
final class StepPrerequisites {

	private static final Set<String> WAITS = Set.of("finding.oauth-not-in-effect.brief", "finding.oauth-unknown.brief");

	private StepPrerequisites() {
	}

	static List<StepStatus> shown(List<StepStatus> kept) {
		List<StepStatus> shown = new ArrayList<>();
		StepStatus obstacle = null;
		for (StepStatus status : kept) {
			boolean waits = obstacle != null && waits(status, obstacle);
			shown.add(waits ? cannotStart(status, obstacle) : status);
			if (obstacle == null && obstructs(status)) {
				obstacle = status;
			}
		}
		return shown;
	}

	private static boolean obstructs(StepStatus status) {
		return status.checkedAt() != null && switch (status.state()) {
			case CONFLICT, NEEDS_ATTENTION, READY_TO_PLAN, CANNOT_START -> true;
			case UNKNOWN, RUNNING, APPLIED, NOT_STARTED, IN_EFFECT -> false;
		};
	}

	private static boolean waits(StepStatus status, StepStatus obstacle) {
		return switch (status.state()) {
			case NOT_STARTED -> true;
			case NEEDS_ATTENTION, UNKNOWN ->
				WAITS.contains(status.reason().key()) || status.reason().equals(obstacle.reason());
			case CONFLICT, RUNNING, READY_TO_PLAN, APPLIED, CANNOT_START, IN_EFFECT -> false;
		};
	}

	private static StepStatus cannotStart(StepStatus status, StepStatus obstacle) {
		return new StepStatus(status.organization(), status.step(), StepState.CANNOT_START,
				StoredMessage.of("step.cannot-start." + obstacle.step().slug()), status.checkedAt(),
				status.certificateExpires(), status.changedAt(), status.changedBy(), status.runningRun());
	}

}
