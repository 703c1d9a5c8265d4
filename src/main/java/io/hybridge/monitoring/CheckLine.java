package io.hybridge.monitoring;

import java.util.List;

import io.hybridge.run.CheckSequences.Begun;
import io.hybridge.run.RunState;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.StepState;

/**
 * One step of a check of all steps that is under way.
 *
 * @param step which
 * @param run its run, or null while it waits for the step before, and where it was left
 * out
 * @param status key of the status word
 */
record CheckLine(StepName step, Long run, String status) {

	/**
	 * The steps that are, were or will be checked.
	 * @param begun the runs so far
	 * @param steps how they stand
	 * @return always four, or none where nothing is under way
	 */
	static List<CheckLine> of(List<Begun> begun, List<StepStatus> steps) {
		return begun.isEmpty() ? List.of() : steps.stream().map((step) -> of(step, begun)).toList();
	}

	/** What became of its check, the step says itself. */
	private static CheckLine of(StepStatus step, List<Begun> begun) {
		return begun.stream()
			.filter((run) -> run.step() == step.step())
			.findFirst()
			.map((run) -> new CheckLine(step.step(), run.run(), word(step, run.state())))
			.orElseGet(() -> new CheckLine(step.step(), null, leftOut(step, begun) ? step.status() : "waiting"));
	}

	private static String word(StepStatus step, RunState state) {
		if (state == RunState.PARKED) {
			return StepState.PARKED.status();
		}
		return state.ended() ? step.status() : StepState.RUNNING.status();
	}

	/** Whether it rests until a person brings an answer. */
	public boolean isParked() {
		return this.status.equals(StepState.PARKED.status());
	}

	private static boolean leftOut(StepStatus step, List<Begun> begun) {
		return step.step().compareTo(begun.getLast().step()) < 0;
	}

}
