package io.hybridge.exchange.winrm.signin;

import java.util.Set;

/** As whom, and by which protocol, conversations with one server sign in. */
public interface SignInMethod {

	/** The schemes under which the protocol may travel. */
	Set<Scheme> schemes();

	/**
	 * A sign-in that has not begun.
	 * @param scheme under which it will travel
	 * @param binding to TLS, or null without
	 * @param patience for the whole sign-in
	 */
	SecurityContext context(Scheme scheme, ChannelBinding binding, Patience patience)
			throws SignInFailure, InterruptedException;

	/**
	 * What to say when the server refused, which gives no reason.
	 * @param words what it answered
	 */
	SignInFailure refused(String words);

}
