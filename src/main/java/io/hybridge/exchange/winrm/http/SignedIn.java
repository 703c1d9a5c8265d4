package io.hybridge.exchange.winrm.http;

import io.hybridge.exchange.winrm.signin.Scheme;
import io.hybridge.exchange.winrm.signin.SecurityContext;

/** How a sign-in went: somebody is signed in, or the server answered something else. */
sealed interface SignedIn {

	/**
	 * Somebody is.
	 *
	 * @param context with the key for messages
	 * @param scheme of the sign-in
	 * @param connection to which it belongs
	 */
	record On(SecurityContext context, Scheme scheme, String connection) implements SignedIn {
	}

	/**
	 * Nobody is, and nobody was refused.
	 *
	 * @param answer for whoever reads answers
	 */
	record NotAsked(Answer answer) implements SignedIn {
	}

}
