package io.hybridge.exchange.winrm.ntlm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The two messages of a client, and how all begin. */
final class Messages {

	private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);

	/** Of Windows 10; servers only write it down. */
	private static final long VERSION = 0x0F00_0000_4563_000AL;

	private static final int MIC = 72;

	private static final int HEAD = 88;

	private Messages() {
	}

	static boolean isOf(byte[] message, int type) {
		return Arrays.equals(message, 0, 8, SIGNATURE, 0, 8)
				&& ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getInt(8) == type;
	}

	static byte[] negotiate() {
		return begun(40, 1).putInt(12, NtlmFlags.OFFERED).putInt(20, 40).putInt(28, 40).putLong(32, VERSION).array();
	}

	/**
	 * The message that proves who we are.
	 * @param login as whom
	 * @param flags of both sides
	 * @param response to the challenge
	 * @return with a MIC of zeros
	 */
	static byte[] authenticate(NtlmLogin login, int flags, NtlmResponse response) {
		ByteBuffer head = begun(HEAD, 3).putInt(60, flags).putLong(64, VERSION);
		ByteArrayOutputStream payload = new ByteArrayOutputStream();
		field(head, 28, NtlmHash.unicode(login.domain()), payload);
		field(head, 36, NtlmHash.unicode(login.user()), payload);
		field(head, 44, new byte[0], payload);
		field(head, 12, response.lm(), payload);
		field(head, 20, response.nt(), payload);
		field(head, 52, response.sessionKey(), payload);
		byte[] message = Arrays.copyOf(head.array(), HEAD + payload.size());
		System.arraycopy(payload.toByteArray(), 0, message, HEAD, payload.size());
		return message;
	}

	/** Signs all three messages in the third. */
	static byte[] signed(byte[] exportedKey, byte[] negotiate, byte[] challenge, byte[] authenticate) {
		byte[] signed = authenticate.clone();
		System.arraycopy(NtlmHash.hmac(exportedKey, negotiate, challenge, authenticate), 0, signed, MIC, 16);
		return signed;
	}

	private static ByteBuffer begun(int length, int type) {
		return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).put(0, SIGNATURE).putInt(8, type);
	}

	private static void field(ByteBuffer head, int at, byte[] value, ByteArrayOutputStream payload) {
		head.putShort(at, (short) value.length)
			.putShort(at + 2, (short) value.length)
			.putInt(at + 4, HEAD + payload.size());
		payload.writeBytes(value);
	}

}
