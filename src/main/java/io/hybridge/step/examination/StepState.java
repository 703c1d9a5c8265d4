package io.hybridge.step.examination;

/** How a step of an organization stands, from worst to best. */
public enum StepState {

	CONFLICT("conflict"), NEEDS_ATTENTION("attention"), UNKNOWN("unknown"), RUNNING("running"), READY_TO_PLAN("ready"),
	APPLIED("applied"), CANNOT_START("cannot-start"), NOT_STARTED("not-started"), IN_EFFECT("in-effect");

	private final String status;

	StepState(String status) {
		this.status = status;
	}

	/**
	 * The status word.
	 * @return key below {@code status.} in the messages
	 */
	public String status() {
		return this.status;
	}

}
