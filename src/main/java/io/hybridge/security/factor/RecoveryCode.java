package io.hybridge.security.factor;

import java.security.SecureRandom;
import java.util.Locale;

import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Takes the place of an app once. It is random enough (120 bits) that a plain hash does
 * not give it away.
 *
 * @param text as it is kept by the person, without spaces
 */
record RecoveryCode(String text) {

	private static final int BYTES = 15;

	static RecoveryCode random(SecureRandom random) {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return new RecoveryCode(new Base32().encodeToString(bytes));
	}

	/** However it was typed: small letters, with spaces or hyphens. */
	static RecoveryCode typed(String typed) {
		return new RecoveryCode(typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
	}

	public String grouped() {
		return Groups.of(this.text);
	}

	String hash(long account) {
		return DigestUtils.sha256Hex(account + " " + this.text);
	}

	@Override
	public String toString() {
		return "RecoveryCode";
	}

}
