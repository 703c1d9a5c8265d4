package io.hybridge.run.probe;

/** How the probe of one server stands. */
public enum ProbeState {

	WAITING("waiting"),
	/**
	 * The restart of the health manager is recorded; sent, or was when the console
	 * stopped.
	 */
	RESTARTING("restarting"),
	/** The restart was sent and its answer is missing; being looked for. */
	UNKNOWN("unknown"),
	/** The health manager was restarted; the server forgets the time without push. */
	COUNTING_DOWN("counting-down"), PROBED("probed"),
	/** The server could not be asked; nothing is known. */
	NOT_REACHED("not-reached");

	private final String slug;

	ProbeState(String slug) {
		this.slug = slug;
	}

	public String slug() {
		return this.slug;
	}

	public boolean ended() {
		return this == PROBED || this == NOT_REACHED;
	}

}
