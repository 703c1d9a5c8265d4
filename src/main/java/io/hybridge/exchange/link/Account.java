package io.hybridge.exchange.link;

/**
 * An account with its password.
 *
 * @param name as Windows takes it: {@code DOMAIN\name}, {@code name@realm}, or a name
 * alone for an account of the server
 * @param password never shown, logged or written in a page
 */
public record Account(String name, String password) {

	public Account {
		if (name.isBlank() || password.isEmpty()) {
			throw new IllegalArgumentException("An account has a name and a password");
		}
	}

	@Override
	public String toString() {
		return "Account[" + this.name + "]";
	}

}
