package io.hybridge.monitoring;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

import io.hybridge.run.status.OrganizationStatus;
import io.hybridge.run.status.StepStatus;

/**
 * One organization on the dashboard.
 *
 * @param name of it
 * @param domain as typed
 * @param environment {@code LAB} or {@code LIVE}
 * @param standing as a whole
 * @param steps how its steps stand
 */
record OrganizationLine(long id, String name, String domain, String environment, OverallState standing,
		OrganizationStatus steps) {

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
	 * The step that decides how the organization stands, or null when all are in effect.
	 */
	public StepStatus getDecisive() {
		return this.steps.neverLooked() ? null : this.steps.leading().orElse(null);
	}

	public Instant getExpires() {
		return this.steps.steps()
			.stream()
			.map(StepStatus::certificateExpires)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	/** When the oldest of what was looked at was looked at, or null when nothing was. */
	public Instant getChecked() {
		return this.steps.steps()
			.stream()
			.map(StepStatus::checkedAt)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	/**
	 * Where the next action is.
	 * @return its address, or null when nothing is to be done
	 */
	public String getNext() {
		return this.steps.leading().map(this::address).orElse(null);
	}

	private String address(StepStatus leading) {
		boolean watch = leading.runningRun() != null;
		return watch ? "/runs/" + leading.runningRun()
				: "/organizations/" + this.id + "/enablement/" + leading.step().slug();
	}

	/**
	 * What the link to the next action says.
	 * @return key below {@code monitoring.next.}
	 */
	public String getNextAction() {
		return this.steps.leading()
			.filter(StepStatus::certificateEnded)
			.map(StepStatus::next)
			.orElseGet(this.standing::status);
	}

}
