package io.hybridge.run;

/** How a run stands. */
public enum RunState {

	QUEUED("waiting", false), RUNNING("running", false),
	/** An answer was lost; the run looks until it knows. */
	UNKNOWN("unknown", false), DONE("done", true),
	/** There was nothing to do. */
	NO_CHANGES("no-changes", true),
	/** The organization changed since the plan was made; nothing was done. */
	STALE("stale", true),
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

	public boolean ended() {
		return this.ended;
	}

}
