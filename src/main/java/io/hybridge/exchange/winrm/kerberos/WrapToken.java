package io.hybridge.exchange.winrm.kerberos;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.hybridge.exchange.winrm.signin.Sealed;

/**
 * A sealed token of RFC 4121 in the two parts that Windows opens in place. For that what
 * ends a token, the header's copy and the checksum, must stand before the data, and the
 * token say by how much it was turned. JGSS turns one back but never turns one itself.
 */
final class WrapToken {

	private static final int HEADER = 16;

	private static final int CONFOUNDER = 16;

	private static final int ROTATION_AT = 6;

	private WrapToken() {
	}

	/**
	 * Turns a token of JGSS and takes it apart.
	 * @param token with a rotation of 0
	 * @param length of the message in it
	 */
	static Sealed rotated(byte[] token, int length) {
		int overhead = token.length - length;
		int rotation = overhead - HEADER - CONFOUNDER;
		byte[] turned = token.clone();
		System.arraycopy(token, token.length - rotation, turned, HEADER, rotation);
		System.arraycopy(token, HEADER, turned, HEADER + rotation, token.length - HEADER - rotation);
		ByteBuffer.wrap(turned).putShort(ROTATION_AT, (short) rotation);
		return new Sealed(Arrays.copyOf(turned, overhead), Arrays.copyOfRange(turned, overhead, turned.length));
	}

	static byte[] joined(Sealed sealed) {
		byte[] token = Arrays.copyOf(sealed.signature(), sealed.signature().length + sealed.octets().length);
		System.arraycopy(sealed.octets(), 0, token, sealed.signature().length, sealed.octets().length);
		return token;
	}

}
