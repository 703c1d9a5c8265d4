package io.hybridge.enablement;

import java.time.Instant;

/** What a run wants of its job when it gives the thread back. */
sealed interface Continuation {

	/** The run has ended. */
	record Ended() implements Continuation {
	}

	/**
	 * The run goes on at a known moment.
	 *
	 * @param at when
	 */
	record At(Instant at) implements Continuation {
	}

}
