package io.hybridge.monitoring;

import java.time.Instant;
import java.util.List;

import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.PathHop;

/**
 * How far an organization has come, and where to go on.
 *
 * @param steps always four
 * @param path always four, as far as it is known to carry
 * @param oldBefore what was seen before this moment is old
 */
record OrganizationProgress(List<StepStatus> steps, List<HopState> path, Instant oldBefore) {

	List<StepLine> lines() {
		return this.steps.stream().map((step) -> new StepLine(step, old(step))).toList();
	}

	/**
	 * Where the main button leads.
	 * @return the step with an outage, else the first that is not done, or null
	 */
	StepName next() {
		return this.steps.stream()
			.filter((step) -> step.state() != StepState.IN_EFFECT)
			.sorted(Outage.FIRST)
			.map(StepStatus::step)
			.findFirst()
			.orElse(null);
	}

	/**
	 * What the page says first, an outage before the path: a key below
	 * {@code monitoring.path.}.
	 */
	String heading() {
		if (this.steps.stream().allMatch((step) -> step.checkedAt() == null)) {
			return "never";
		}
		if (this.steps.stream().anyMatch(Outage::in)) {
			return "outage";
		}
		return this.path.stream()
			.filter((hop) -> hop.state() != PathHop.State.PROVED && !hop.old())
			.findFirst()
			.map(OrganizationProgress::open)
			.orElseGet(() -> this.path.stream().anyMatch(HopState::old) ? "old" : "carries");
	}

	private static String open(HopState hop) {
		return hop.place().getIcon() + switch (hop.state()) {
			case BROKEN -> ".broken";
			case UNKNOWN -> ".unknown";
			default -> ".open";
		};
	}

	private boolean old(StepStatus step) {
		return step.checkedAt() != null && step.checkedAt().isBefore(this.oldBefore) && switch (step.state()) {
			case IN_EFFECT, APPLIED, READY_TO_PLAN -> true;
			case CONFLICT, NEEDS_ATTENTION, UNKNOWN, RUNNING, CANNOT_START, NOT_STARTED -> false;
		};
	}

	/**
	 * One row of the steps.
	 *
	 * @param kept how it stands
	 * @param old whether what was seen is old
	 */
	record StepLine(StepStatus kept, boolean old) {

		public String status() {
			return this.old ? "old" : this.kept.state().status();
		}

		/** What the link to the step says; null where nothing is to be done. */
		public String next() {
			if (this.kept.state() == StepState.IN_EFFECT && !this.old) {
				return null;
			}
			boolean nobodyLooks = this.kept.state() == StepState.UNKNOWN && this.kept.runningRun() == null;
			return nobodyLooks ? HopState.OLD : status();
		}

	}

}
