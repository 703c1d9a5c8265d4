package io.hybridge.exchange.winrm.signin;

/**
 * One sign-in: token after token, and then the key that seals messages. It belongs to one
 * connection, and whatever it refuses ends it.
 */
public interface SecurityContext {

	/** The first token for the server. */
	byte[] begin() throws SignInFailure, InterruptedException;

	/**
	 * Takes a token of the server.
	 * @param token its answer to ours
	 * @return the next token, empty when there is none to send
	 */
	byte[] answer(byte[] token) throws SignInFailure, InterruptedException;

	/** Whether our side has all that it needs. */
	boolean isEstablished();

	/** Seals the next message to the server. */
	Sealed seal(byte[] plain);

	/**
	 * Opens the next message of the server.
	 * @throws AlteredMessage when it is not that message, in every bit
	 */
	byte[] open(Sealed sealed) throws AlteredMessage;

}
