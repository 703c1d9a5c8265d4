package io.hybridge.monitoring;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

import io.hybridge.run.status.OrganizationStatus;
import io.hybridge.run.status.StepStatus;
import io.hybridge.run.status.Unreached;

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

	/** A server that could not be asked, or null. */
	public Unreached getUnreached() {
		return this.steps.unreached();
	}

	public Instant getExpires() {
		return this.steps.steps()
			.stream()
			.map(StepStatus::certificateExpires)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	/** The step whose look is the longest ago, or null when nobody ever looked. */
	public StepStatus getChecked() {
		return looked().min(Comparator.comparing(StepStatus::checkedAt)).orElse(null);
	}

	/** How many steps were looked at. */
	public long getCheckedSteps() {
		return looked().count();
	}

	public boolean isWhole() {
		return getCheckedSteps() == this.steps.steps().size();
	}

	private Stream<StepStatus> looked() {
		return this.steps.steps().stream().filter((step) -> step.checkedAt() != null);
	}

	/**
	 * Where the next action is.
	 * @return its address, or null when nothing is to be done
	 */
	public String getNext() {
		return this.steps.leading().map(Onward::from).orElse(null);
	}

	/**
	 * What the link to the next action says.
	 * @return key below {@code monitoring.next.}
	 */
	public String getNextAction() {
		return this.steps.leading()
			.filter((step) -> step.certificateEnded() || step.unreached() != null)
			.map(Onward::word)
			.orElseGet(this.standing::status);
	}

}
