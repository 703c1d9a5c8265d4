package io.hybridge.step.examination;

/** How a step of an organization stands, from worst to best. */
public enum StepState {

	/** Something is out of order now: users notice. */
	OUTAGE("attention", true), CONFLICT("conflict", true), NEEDS_ATTENTION("attention", true),
	/** The last look could not see it, and nothing is looking now. */
	UNSEEN("unseen", true),
	/** An answer is missing, and a run looks for it. */
	UNKNOWN("unknown", true),
	/** It was good when it was seen, and that is too long ago. */
	OLD("old", true),
	/** A run rests until a person brings what it waits for. */
	PARKED("parked", true), RUNNING("running", true), READY_TO_PLAN("ready", false), APPLIED("applied", false),
	CANNOT_START("cannot-start", false), NOT_STARTED("not-started", false),
	/** What we changed was taken back, and nobody has changed anything since. */
	TAKEN_BACK("taken-back", false), IN_EFFECT("in-effect", false);

	private final String status;

	private final boolean presses;

	StepState(String status, boolean presses) {
		this.status = status;
		this.presses = presses;
	}

	/**
	 * The status word.
	 * @return key below {@code status.} in the messages
	 */
	public String status() {
		return this.status;
	}

	/** Whether it comes before steps that are only not done yet. */
	public boolean presses() {
		return this.presses;
	}

}
