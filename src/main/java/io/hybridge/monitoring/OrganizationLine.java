package io.hybridge.monitoring;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.StepState;

/**
 * One organization on the dashboard.
 *
 * @param name of it
 * @param domain as typed
 * @param environment {@code LAB} or {@code LIVE}
 * @param standing as a whole
 * @param steps those that were looked at
 */
record OrganizationLine(long id, String name, String domain, String environment, OverallState standing,
		List<StepStatus> steps) {

	public String getStatus() {
		return this.standing.status();
	}

	public boolean isOld() {
		return this.standing == OverallState.OLD;
	}

	public boolean isLab() {
		return this.environment.equals("LAB");
	}

	/**
	 * The step that decides how the organization stands.
	 * @return an outage before the others of the worst, else the first of them, or null
	 * when nobody has looked
	 */
	public StepStatus getDecisive() {
		return this.steps.stream()
			.min(Comparator.comparing(StepStatus::state).thenComparing(Outage.FIRST).thenComparing(StepStatus::step))
			.filter((step) -> step.state() != StepState.IN_EFFECT)
			.orElse(null);
	}

	public Instant getExpires() {
		return this.steps.stream()
			.map(StepStatus::certificateExpires)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	public Instant getChecked() {
		return this.steps.stream()
			.map(StepStatus::checkedAt)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	/**
	 * Whether only the auth certificate's end asks for attention.
	 * @return true when no step does
	 */
	public boolean isExpiring() {
		return this.standing == OverallState.ATTENTION
				&& this.steps.stream().noneMatch((step) -> step.state() == StepState.NEEDS_ATTENTION);
	}

	/**
	 * Where the next action is.
	 * @return its address, or null when nothing is to be done
	 */
	public String getNext() {
		StepStatus decisive = getDecisive();
		if (decisive != null && decisive.runningRun() != null && !this.standing.needsAttention()) {
			return "/runs/" + decisive.runningRun();
		}
		return (this.standing != OverallState.IN_EFFECT) ? "/organizations/" + this.id + "/enablement/" + step().slug()
				: null;
	}

	private StepName step() {
		StepStatus decisive = getDecisive();
		if (isExpiring()) {
			return StepName.OAUTH;
		}
		if (decisive != null && this.standing != OverallState.NOT_STARTED && this.standing != OverallState.OLD) {
			return decisive.step();
		}
		return (this.standing == OverallState.OLD) ? stalest() : firstNotLooked();
	}

	private StepName stalest() {
		return this.steps.stream()
			.filter((step) -> step.checkedAt() != null)
			.min(Comparator.comparing(StepStatus::checkedAt))
			.map(StepStatus::step)
			.orElse(StepName.TENANT);
	}

	/**
	 * What the link to the next action says.
	 * @return key below {@code monitoring.next.}
	 */
	public String getNextAction() {
		boolean watch = getDecisive() != null && getDecisive().runningRun() != null;
		return (this.standing == OverallState.UNKNOWN && !watch) ? OverallState.OLD.status() : this.standing.status();
	}

	private StepName firstNotLooked() {
		for (StepName name : StepName.values()) {
			if (this.steps.stream().noneMatch((step) -> step.step() == name && step.state() == StepState.IN_EFFECT)) {
				return name;
			}
		}
		return StepName.TENANT;
	}

}
