package io.hybridge.browser;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.apache.commons.codec.binary.Base32;

/** An authenticator app that knows the standard and nothing of this console. */
record Phone(String key) {

	/** What it shows so many half minutes from now. */
	String shows(int later) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(new Base32().decode(this.key.replace(" ", "")), "HmacSHA1"));
			byte[] hash = mac.doFinal(
					ByteBuffer.allocate(8).putLong(Instant.now().getEpochSecond() / 30 + later).array());
			long cut = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffffL;
			return "%06d".formatted(cut % 1_000_000);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
