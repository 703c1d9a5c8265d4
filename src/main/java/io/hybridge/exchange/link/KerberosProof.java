package io.hybridge.exchange.link;

import io.hybridge.remote.KeyFile;

/** What proves to a realm that it is the account. */
public sealed interface KerberosProof {

	/**
	 * The account's password.
	 *
	 * @param password never shown
	 */
	record Password(String password) implements KerberosProof {

		@Override
		public String toString() {
			return "Password[]";
		}

	}

	/**
	 * A keytab. It gives no password, so that Exchange's endpoint needs an account of its
	 * own.
	 *
	 * @param file with the account's keys
	 */
	record Keytab(KeyFile file) implements KerberosProof {
	}

}
