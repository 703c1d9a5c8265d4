package io.hybridge.run.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hybridge.step.change.Change;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;

/**
 * What became different between a plan and the look that refused it.
 *
 * @param change the change concerned
 * @param kind what became of it
 * @param planned the former value when it was planned
 * @param found the former value now
 */
public record PlanDifferences(Change change, Kind kind, String planned, String found) {

	/** What became of a planned change. */
	public enum Kind {

		/** There is nothing left to do, or it cannot be done now. */
		GONE("gone"),
		/** It was not planned. */
		NEW("new"),
		/** It starts from another value. */
		OTHER("other"),
		/** It starts from the same value and leads to another. */
		LEADS("leads");

		private final String slug;

		Kind(String slug) {
			this.slug = slug;
		}

		public String slug() {
			return this.slug;
		}

	}

	/**
	 * Whether a look showed that a plan does not fit any more, and did not only fail to
	 * see.
	 * @param plan that a person read
	 * @param now what could be seen
	 */
	public static boolean seen(Plan plan, Inspection now) {
		return switch (plan.kind()) {
			case APPLY -> applicationSeen(plan, now);
			case UNDO -> !now.planned().untold()
					|| now.content().filter((content) -> differs(plan, content.changes())).isPresent();
		};
	}

	private static boolean applicationSeen(Plan plan, Inspection now) {
		Examination examination = now.examination();
		if (examination.count(FindingLevel.UNKNOWN) == 0
				|| examination.state() == StepState.NEEDS_ATTENTION && examination.count(FindingLevel.BLOCKS) > 0) {
			return true;
		}
		return differs(plan, now.content().map(Plan.Content::changes).orElse(examination.changes()));
	}

	private static boolean differs(Plan plan, List<Change> wanted) {
		return between(plan.content().required(), wanted).stream()
			.anyMatch((difference) -> difference.kind() != Kind.GONE && !difference.change().optional());
	}

	public static List<PlanDifferences> between(List<Change> planned, List<Change> now) {
		List<PlanDifferences> differences = new ArrayList<>();
		for (Change change : planned) {
			Optional<Change> same = same(change, now);
			if (same.isEmpty()) {
				differences.add(new PlanDifferences(change, Kind.GONE, change.before(), ""));
			}
			else if (!same.get().equals(change)) {
				String found = same.get().before();
				differences.add(new PlanDifferences(change, found.equals(change.before()) ? Kind.LEADS : Kind.OTHER,
						change.before(), found));
			}
		}
		now.stream()
			.filter((change) -> same(change, planned).isEmpty())
			.forEach((change) -> differences.add(new PlanDifferences(change, Kind.NEW, "", change.before())));
		return differences;
	}

	private static Optional<Change> same(Change change, List<Change> others) {
		return others.stream()
			.filter((other) -> other.key().equals(change.key()) && other.object().equals(change.object()))
			.findFirst();
	}

}
