package io.hybridge.run;

/** How a run stands. */
public enum RunState {

	QUEUED("waiting", false), RUNNING("running", false),
	/** An answer was lost; the run looks until it knows. */
	UNKNOWN("unknown", false),
	/** A person has to carry a bundle and bring its answers. */
	PARKED("parked", false),
	/** Everything that was to be made, taken back or proved is. */
	DONE("done", true),
	/** A look found everything as wanted. */
	AS_WANTED("as-wanted", true),
	/** A look came to a plan. */
	PLANNED("planned", true),
	/** A look came to a plan that was put aside: a person wants what is there to stay. */
	KEPT("kept", true),
	/** A look found what a person must do something about. */
	BLOCKED("attention", true),
	/** A look found several certificates, of which a person must choose one. */
	CHOICE("left-to-operator", true),
	/** Nothing of ours is left to be taken back. */
	NOTHING_TO_UNDO("nothing-to-undo", true),
	/** A side could not be looked at, or not all of it; nothing was changed. */
	UNCHECKED("unchecked", true),
	/** The organization changed since the plan was made; nothing was done. */
	STALE("stale", true),
	/** Somebody asked it to; what was made stays, the rest was not sent. */
	STOPPED("stopped", true),
	/** A probe showed that it does not work. */
	FAILED("failed", true),
	/** Proved: the change that it stopped at was not made. */
	NOT_DONE("not-done", true),
	/** Something else is there; a person must decide. */
	CONFLICT("conflict", true);

	private final String slug;

	private final boolean ended;

	RunState(String slug, boolean ended) {
		this.slug = slug;
		this.ended = ended;
	}

	/**
	 * The status word.
	 * @return key below {@code status.} in the messages
	 */
	public String slug() {
		return this.slug;
	}

	/**
	 * The status word once something newer has happened: what was to be done about it is
	 * over.
	 * @return key below {@code status.} in the messages
	 */
	public String pastSlug() {
		return switch (this) {
			case BLOCKED -> "needed-attention";
			case CONFLICT -> "conflicted";
			case FAILED -> "failed-before";
			default -> this.slug;
		};
	}

	/** Whether it ended as it was meant to. */
	public boolean smooth() {
		return this == DONE || this == AS_WANTED || this == PLANNED || this == KEPT || this == NOTHING_TO_UNDO;
	}

	public boolean ended() {
		return this.ended;
	}

}
