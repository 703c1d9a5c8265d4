package io.hybridge.exchange;

/**
 * A person has to carry the question to a server first: whoever works stops here, and
 * goes on from the beginning once the answer is brought.
 */
public class AnswerAwaited extends RuntimeException {

	public AnswerAwaited(String server) {
		super("The answer of " + server + " has to be brought");
	}

}
