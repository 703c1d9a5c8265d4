package io.hybridge.exchange;

import java.time.Duration;

/**
 * A person has to carry the question to a server first: whoever works stops here, and
 * goes on from the beginning once the answer is brought.
 */
public class AnswerAwaited extends RuntimeException {

	private final transient Duration validity;

	/**
	 * That nobody has brought an answer yet.
	 * @param server that is asked
	 * @param validity how long what is carried may begin a change
	 */
	public AnswerAwaited(String server, Duration validity) {
		super("The answer of " + server + " has to be brought");
		this.validity = validity;
	}

	public Duration validity() {
		return this.validity;
	}

}
