package io.hybridge.run.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.hybridge.step.StepName;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

/**
 * Says of the later steps that they cannot start while an earlier one stands in their
 * way. It is derived whenever the statuses are read, so that an earlier step that is
 * mended opens the way at once.
 */
final class StepPrerequisites {

	private static final Set<String> WAITS = Set.of("finding.oauth-not-in-effect.brief", "finding.oauth-unknown.brief",
			"finding.servers-not-in-effect.brief", "finding.servers-unknown.brief");

	private StepPrerequisites() {
	}

	static List<StepStatus> shown(List<StepStatus> kept) {
		List<StepStatus> shown = new ArrayList<>();
		for (StepStatus status : kept) {
			shown.add(obstacle(kept, status).map((obstacle) -> cannotStart(status, obstacle)).orElse(status));
		}
		return shown;
	}

	private static Optional<StepStatus> obstacle(List<StepStatus> kept, StepStatus status) {
		return kept.stream()
			.filter((other) -> comesBefore(other.step(), status.step()) && obstructs(other))
			.findFirst()
			.filter((obstacle) -> waits(status, obstacle));
	}

	/** Old builds never keep OAuth from being mended. */
	private static boolean comesBefore(StepName one, StepName other) {
		return one.compareTo(other) < 0 && !(one == StepName.SERVERS && other == StepName.OAUTH);
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
