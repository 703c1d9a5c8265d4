package io.hybridge.exchange.link;

/** What keeps a conversation over WinRM secret, and who says that it is the server. */
public sealed interface Channel {

	/**
	 * HTTPS, usually port 5986.
	 *
	 * @param trust who vouches for the certificate
	 */
	record Tls(PeerTrust trust) implements Channel {
	}

	/**
	 * HTTP, usually port 5985, where each message is sealed with the key of the sign-in;
	 * what is not sealed is neither sent nor read.
	 */
	record SealedMessages() implements Channel {
	}

}
