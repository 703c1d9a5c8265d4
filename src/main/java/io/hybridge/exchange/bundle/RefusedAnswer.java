package io.hybridge.exchange.bundle;

/** What was brought does not count; nothing was kept of it. */
public class RefusedAnswer extends RuntimeException {

	private final String reason;

	private final transient Object[] values;

	RefusedAnswer(String reason, Object... values) {
		super("The answer is refused: " + reason);
		this.reason = reason;
		this.values = values;
	}

	/** Key of the sentence that says why. */
	public String reason() {
		return this.reason;
	}

	public Object[] values() {
		return this.values;
	}

}
