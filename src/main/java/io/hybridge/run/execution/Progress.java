package io.hybridge.run.execution;

import java.time.Instant;

import io.hybridge.run.RunState;
import io.hybridge.step.change.Change;

/** How a run goes on after one change. */
sealed interface Progress {

	/** The change is there. */
	record Next() implements Progress {
	}

	/**
	 * The run gives its thread back.
	 *
	 * @param state running, or unknown while an answer is missing
	 * @param until when it goes on
	 */
	record Pause(RunState state, Instant until) implements Progress {
	}

	/**
	 * The run ends at this change.
	 *
	 * @param state not done or conflict
	 * @param change at which it stops
	 */
	record Stop(RunState state, Change change) implements Progress {
	}

}
