package io.hybridge.security.factor;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

import org.apache.commons.codec.binary.Base32;
import org.springframework.web.util.UriUtils;

/**
 * What an authenticator app and the console share.
 *
 * @param base32 as it is typed into an app
 */
record TotpSecret(String base32) {

	private static final int BYTES = 20;

	static TotpSecret random(SecureRandom random) {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return new TotpSecret(new Base32().encodeToString(bytes));
	}

	byte[] bytes() {
		return new Base32().decode(this.base32);
	}

	/** In groups that can be typed without losing one’s place. */
	public String grouped() {
		return Groups.of(this.base32);
	}

	/** Opens the app with all that it needs, also as a picture. */
	String link(String userName) {
		return "otpauth://totp/Hybridge:" + UriUtils.encode(userName, StandardCharsets.UTF_8) + "?secret=" + this.base32
				+ "&issuer=Hybridge";
	}

	@Override
	public String toString() {
		return "TotpSecret";
	}

}
