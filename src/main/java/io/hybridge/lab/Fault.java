package io.hybridge.lab;

/** What the lab does wrong on purpose, so that it can be practiced. */
public enum Fault {

	/** The effect happens, the answer never arrives: the connection is closed. */
	LOSE_ANSWER,
	/** The effect happens, the answer is kept back until the caller gives up. */
	HOLD_ANSWER,
	/** Access is refused before anything happens. */
	REFUSE_ACCESS,
	/** The caller is asked to wait (429 with Retry-After) before anything happens. */
	ASK_TO_WAIT

}
