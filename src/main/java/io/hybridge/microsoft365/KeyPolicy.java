package io.hybridge.microsoft365;

import java.time.Duration;
import java.util.Optional;

/** How long a tenant lets the keys of its principals last. */
public sealed interface KeyPolicy {

	/** The person who signed in may not read it. */
	record NotRead() implements KeyPolicy {
	}

	/** Nothing limits them. */
	record Unlimited() implements KeyPolicy {
	}

	/**
	 * A policy limits them.
	 *
	 * @param life from the start of a key to its end
	 */
	record AtMost(Duration life) implements KeyPolicy {
	}

	/** The longest life of a key, as far as it is known to be limited. */
	default Optional<Duration> longest() {
		return (this instanceof AtMost(Duration life)) ? Optional.of(life) : Optional.empty();
	}

}
