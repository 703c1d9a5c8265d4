package io.hybridge.exchange.winrm.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.hybridge.exchange.winrm.signin.SignInFailure;

/** Carries messages to one server and its answers back, one at a time. */
public interface Conversation extends AutoCloseable {

	/**
	 * Sends a message. Only where it is certain that the server did not take it is it
	 * sent a second time.
	 * @param envelope the message
	 * @param longest how long to wait for the answer
	 * @throws SignInFailure when nobody is signed in: the message was not taken
	 * @throws io.hybridge.exchange.winrm.signin.AlteredMessage when what came is not
	 * sealed by the server
	 */
	Answer send(byte[] envelope, Duration longest)
			throws SignInFailure, IOException, TimeoutException, InterruptedException;

	@Override
	void close();

}
