package io.hybridge.support;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for something to become true, however slow the machine is. */
public final class Waiting {

	/** Nobody waits so long unless something is broken. */
	public static final Duration LIMIT = Duration.ofMinutes(10);

	private Waiting() {
	}

	public static ConditionFactory await() {
		return Awaitility.await().atMost(LIMIT);
	}

}
