package io.hybridge.lab.exchange.push;

/** A push that did not arrive, in the two texts in which Exchange's probe tells it. */
public final class PushFailure extends Exception {

	private final String type;

	PushFailure(String type, String error) {
		super(error);
		this.type = type;
	}

	/** What the probe shows as {@code Exception}. */
	String asException() {
		return this.type + ": " + getMessage();
	}

}
