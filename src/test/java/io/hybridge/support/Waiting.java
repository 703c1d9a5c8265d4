package io.hybridge.support;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for something to become true, however slow the machine is. */
public final class Waiting {

	/** For an annotation: a call that nobody ever gives up is red then, not endless. */
	public static final int MINUTES = 10;

	/** Nobody waits so long unless something is broken. */
	public static final Duration LIMIT = Duration.ofMinutes(MINUTES);

	private Waiting() {
	}

	public static ConditionFactory await() {
		return Awaitility.await().atMost(LIMIT);
	}

}
