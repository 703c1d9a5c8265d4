package io.hybridge.run.change;

/** How one change of a run stands. */
public enum ChangeState {

	/** Not sent yet. */
	WAITING("waiting"),
	/** The intent is recorded; it is being sent, or was when the console stopped. */
	SENT("sent"),
	/** Sent, and no answer or no effect seen yet; being looked for. */
	UNKNOWN("unknown"),
	/** Read back: the wanted value is there. */
	DONE("done"),
	/** The wanted value was there before us: nothing of ours, nothing to take back. */
	ALREADY_SO("already-so"),
	/** The former value is there, and nothing of ours is under way any more. */
	NOT_DONE("not-done"),
	/** Neither the former nor the wanted value is there. */
	CONFLICT("conflict");

	private final String slug;

	ChangeState(String slug) {
		this.slug = slug;
	}

	/** Whether there is still something to do or to find out. */
	public boolean open() {
		return this == WAITING || this == SENT || this == UNKNOWN;
	}

	/** Whether the wanted value is there, whoever made it. */
	public boolean asWanted() {
		return this == DONE || this == ALREADY_SO;
	}

	public String slug() {
		return this.slug;
	}

}
