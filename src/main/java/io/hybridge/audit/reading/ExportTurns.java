package io.hybridge.audit.reading;

import java.time.Duration;
import java.util.concurrent.Semaphore;

import org.springframework.stereotype.Component;

/**
 * How many exports this console writes at once: each reads all the time, and many would
 * leave nothing for the pages.
 */
@Component
class ExportTurns {

	/** After which another try makes sense. */
	static final Duration WAIT = Duration.ofMinutes(1);

	private static final int AT_ONCE = 4;

	private final Semaphore turns = new Semaphore(AT_ONCE);

	/** Whether there is a turn; whoever takes one gives it back. */
	boolean take() {
		return this.turns.tryAcquire();
	}

	void giveBack() {
		this.turns.release();
	}

}
