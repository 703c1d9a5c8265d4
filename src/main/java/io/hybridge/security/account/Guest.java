package io.hybridge.security.account;

/**
 * Who wants a password checked, as far as a queue cares.
 *
 * @param who an account, or the network of a stranger
 * @param known whether they have shown before that they belong here
 */
public record Guest(String who, boolean known) {

	/** Somebody on a way that this account has come before, or with a proof in hand. */
	public static Guest known(String who) {
		return new Guest(who, true);
	}

	public static Guest stranger(String network) {
		return new Guest(network, false);
	}

}
