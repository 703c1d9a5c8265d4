package io.hybridge.run.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.hybridge.run.change.JournaledChange;
import io.hybridge.step.change.Change;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.ReadBackResult;

/**
 * What was taken back and is there again, though no run of ours made it: somebody did, or
 * something that was sent long before and came late.
 */
final class Returned {

	private Returned() {
	}

	/**
	 * Which changes those are.
	 * @param takenBack newest first
	 * @param made and not taken back
	 * @param seen the newest look
	 */
	static List<JournaledChange> among(List<JournaledChange> takenBack, List<JournaledChange> made, Observation seen) {
		Set<String> objects = new HashSet<>();
		made.forEach((ours) -> objects.add(ours.change().changed()));
		return takenBack.stream()
			.filter((ours) -> objects.add(ours.change().changed()))
			.filter((ours) -> isThere(ours.change(), seen))
			.toList();
	}

	private static boolean isThere(Change change, Observation seen) {
		return change.judge(seen) instanceof ReadBackResult.Desired;
	}

}
