package io.hybridge.run.execution;

import java.time.Instant;

/** What a run wants of its job when it gives the thread back. */
public sealed interface NextWake {

	/** The run has ended. */
	record Ended() implements NextWake {
	}

	/** The run goes on at a known moment. */
	record At(Instant at) implements NextWake {
	}

}
