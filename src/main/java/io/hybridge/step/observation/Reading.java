package io.hybridge.step.observation;

import java.util.Optional;

import io.hybridge.remote.RemoteFailure;

/**
 * One side of the world as a look found it. Not seen is a result, never taken for "not
 * there".
 *
 * @param <T> what that side looks like
 */
public sealed interface Reading<T> {

	/**
	 * The side answered.
	 *
	 * @param value what it looks like
	 */
	record Seen<T>(T value) implements Reading<T> {
	}

	/**
	 * The side did not answer.
	 *
	 * @param failure how far we came
	 */
	record NotSeen<T>(RemoteFailure failure) implements Reading<T> {
	}

	/** Nobody is signed in to ask it. */
	record SignInNeeded<T>() implements Reading<T> {
	}

	/** The step does not need it. */
	record NotAsked<T>() implements Reading<T> {
	}

	/**
	 * A side that a step needs was not asked, or not in a way that can answer: from that
	 * nothing may be concluded.
	 * @param side which
	 * @return what to throw
	 */
	static IllegalStateException notAsked(String side) {
		return new IllegalStateException(side + " was not asked");
	}

	default Optional<T> seen() {
		return (this instanceof Seen<T>(T value)) ? Optional.of(value) : Optional.empty();
	}

}
