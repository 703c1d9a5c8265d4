package io.hybridge.exchange.link;

import io.hybridge.remote.KeyFile;

/** As whom a conversation over SSH signs in. */
public sealed interface SshSignIn {

	/**
	 * Name and password; Windows then has a ticket to hand on.
	 *
	 * @param login who
	 */
	record Password(Account login) implements SshSignIn {
	}

	/**
	 * A private key. Windows has no ticket then, so that Exchange's endpoint needs an
	 * account of its own.
	 *
	 * @param user who
	 * @param file the key
	 * @param passphrase of the key, or null
	 */
	record Key(String user, KeyFile file, String passphrase) implements SshSignIn {

		@Override
		public String toString() {
			return "Key[" + this.user + " by " + this.file.name() + "]";
		}

	}

}
