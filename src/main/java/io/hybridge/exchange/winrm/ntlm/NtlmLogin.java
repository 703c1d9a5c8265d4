package io.hybridge.exchange.winrm.ntlm;

import io.hybridge.exchange.link.Account;

/**
 * An account as NTLM takes it: a name of the form {@code name@domain} stays whole, and no
 * domain goes with it.
 */
record NtlmLogin(String domain, String user, String password) {

	static NtlmLogin of(Account account) {
		int end = account.name().indexOf('\\');
		return new NtlmLogin((end < 0) ? "" : account.name().substring(0, end), account.name().substring(end + 1),
				account.password());
	}

	/** The key that is never sent, of password and name. */
	byte[] key() {
		return NtlmHash.hmac(NtlmHash.md4(NtlmHash.unicode(this.password)),
				NtlmHash.unicode(upperCase(this.user) + this.domain));
	}

	/** Each character for itself, as Windows does: there is no capital of ß. */
	private static String upperCase(String text) {
		StringBuilder upper = new StringBuilder();
		text.chars().forEach((character) -> upper.append(Character.toUpperCase((char) character)));
		return upper.toString();
	}

	@Override
	public String toString() {
		return "NtlmLogin[" + this.domain + "\\" + this.user + "]";
	}

}
