package io.hybridge.exchange.winrm.kerberos;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.exchange.winrm.signin.Sealed;

import static org.assertj.core.api.Assertions.assertThat;

class WrapTokenTests {

	/**
	 * AES with SHA-1 and with SHA-2, and messages shorter and longer than the rotation.
	 */
	@ParameterizedTest
	@CsvSource({ "12,0,28", "12,1,28", "12,27,28", "12,28,28", "12,5000,28", "24,1,40", "24,5000,40" })
	void turnsAsWindowsDemandsAndCanBeTurnedBack(int checksum, int length, int rotation) {
		byte[] token = token(16 + 16 + length + 16 + checksum);
		Sealed sealed = WrapToken.rotated(token, length);
		assertThat(sealed.octets()).hasSize(length);
		assertThat(sealed.signature()).hasSize(32 + rotation);
		byte[] turned = WrapToken.joined(sealed);
		assertThat(ByteBuffer.wrap(turned).getShort(6)).isEqualTo((short) rotation);
		assertThat(turnedBack(turned, rotation)).isEqualTo(token);
	}

	/** As RFC 4121 4.2.5 says it: right by so many octets, of all behind the header. */
	private static byte[] turnedBack(byte[] turned, int rotation) {
		byte[] token = turned.clone();
		int behind = token.length - 16;
		for (int at = 0; at < behind; at++) {
			token[16 + at] = turned[16 + (at + rotation) % behind];
		}
		ByteBuffer.wrap(token).putShort(6, (short) 0);
		return token;
	}

	private static byte[] token(int length) {
		byte[] token = new byte[length];
		for (int at = 0; at < length; at++) {
			token[at] = (byte) (at * 7 + 3);
		}
		Arrays.fill(token, 4, 8, (byte) 0);
		return token;
	}

}
