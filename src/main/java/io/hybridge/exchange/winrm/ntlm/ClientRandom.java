package io.hybridge.exchange.winrm.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/**
 * What makes one sign-in unlike every other.
 *
 * @param time the server's, or ours where it gave none
 * @param challenge eight octets
 * @param exportedKey sixteen octets, from which the keys of the messages are made
 */
record ClientRandom(byte[] time, byte[] challenge, byte[] exportedKey) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final Instant BEGINNING = Instant.parse("1601-01-01T00:00:00Z");

	static ClientRandom at(byte[] time) {
		byte[] challenge = new byte[8];
		RANDOM.nextBytes(challenge);
		byte[] key = new byte[16];
		RANDOM.nextBytes(key);
		return new ClientRandom(time, challenge, key);
	}

	/** A time as Windows counts it. */
	static byte[] time(Instant now) {
		Duration since = Duration.between(BEGINNING, now);
		return ByteBuffer.allocate(8)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putLong(since.toSeconds() * 10_000_000 + since.toNanosPart() / 100)
			.array();
	}

	@Override
	public String toString() {
		return "ClientRandom[]";
	}

}
