package io.hybridge.exchange.winrm.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The server's message.
 *
 * @param message the whole of it
 * @param flags what the server agrees to
 * @param random its eight octets
 * @param target what it says of itself
 */
record Challenge(byte[] message, int flags, byte[] random, TargetInformation target) {

	private static final int HEAD = 48;

	private static final int TYPE = 2;

	/**
	 * Reads one.
	 * @throws IllegalArgumentException when it is none that we accept
	 */
	static Challenge read(byte[] message) {
		ByteBuffer from = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
		if (message.length < HEAD || !Messages.isOf(message, TYPE)) {
			throw new IllegalArgumentException("this is no CHALLENGE");
		}
		int flags = from.getInt(20);
		if (NtlmFlags.missing(flags) != 0) {
			throw new IllegalArgumentException("the server lacks %08x".formatted(NtlmFlags.missing(flags)));
		}
		return new Challenge(message, flags, Arrays.copyOfRange(message, 24, 32),
				TargetInformation.read(field(from, 40)));
	}

	private static byte[] field(ByteBuffer from, int at) {
		int length = Short.toUnsignedInt(from.getShort(at));
		int offset = from.getInt(at + 4);
		if (offset < HEAD || offset > from.capacity() - length) {
			throw new IllegalArgumentException("a field lies outside of the message");
		}
		return Arrays.copyOfRange(from.array(), offset, offset + length);
	}

}
