package io.hybridge.lab.exchange.push;

/**
 * What became of a push that a lab server sent.
 *
 * @param server that sent it
 * @param succeeded whether Microsoft 365 took it
 * @param error what Exchange says, or empty text
 * @param exception what Exchange says in more detail, or empty text
 */
public record PushOutcome(String server, boolean succeeded, String error, String exception) {

	public static PushOutcome delivered(String server) {
		return new PushOutcome(server, true, "", "");
	}

	public static PushOutcome failed(String server, PushFailure failure) {
		return new PushOutcome(server, false, failure.getMessage(), failure.asException());
	}

}
