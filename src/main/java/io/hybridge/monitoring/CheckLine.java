package io.hybridge.monitoring;

import java.util.Arrays;
import java.util.List;

import io.hybridge.run.CheckSequences.Begun;
import io.hybridge.step.StepName;

/**
 * One step of a check of all steps that is under way.
 *
 * @param step which
 * @param run its run, or null while it waits for the step before
 * @param status key of the status word
 */
record CheckLine(StepName step, Long run, String status) {

	/**
	 * The steps that are, were or will be checked.
	 * @param begun the runs so far
	 * @return always four, or none where nothing is under way
	 */
	static List<CheckLine> of(List<Begun> begun) {
		return begun.isEmpty() ? List.of() : Arrays.stream(StepName.values()).map((step) -> of(step, begun)).toList();
	}

	private static CheckLine of(StepName step, List<Begun> begun) {
		return begun.stream()
			.filter((run) -> run.step() == step)
			.findFirst()
			.map((run) -> new CheckLine(step, run.run(), run.state().ended() ? "done" : "running"))
			.orElseGet(() -> new CheckLine(step, null, "waiting"));
	}

}
