package io.hybridge.security.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Six digits of the time, HMAC-SHA-1, every 30 seconds (RFC 6238, RFC 4226). */
final class Totp {

	private static final int STEP_SECONDS = 30;

	private static final int DIGITS = 6;

	private static final int BELOW = 1_000_000;

	private Totp() {
	}

	static long step(Instant time) {
		return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
	}

	static String code(byte[] secret, long step) {
		byte[] hash = hash(secret, step);
		int offset = hash[hash.length - 1] & 0xf;
		int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
		return ("%0" + DIGITS + "d").formatted(number % BELOW);
	}

	/**
	 * The step that a code belongs to: the present one, the one before or the one after,
	 * for clocks that differ a little.
	 */
	static OptionalLong matching(String code, byte[] secret, Instant now) {
		byte[] typed = code.getBytes(StandardCharsets.UTF_8);
		return LongStream.rangeClosed(step(now) - 1, step(now) + 1)
			.filter((step) -> MessageDigest.isEqual(typed, code(secret, step).getBytes(StandardCharsets.UTF_8)))
			.max();
	}

	private static byte[] hash(byte[] secret, long step) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(secret, "RAW"));
			return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
