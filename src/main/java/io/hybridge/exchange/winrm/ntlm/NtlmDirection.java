package io.hybridge.exchange.winrm.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Cipher;

import io.hybridge.exchange.winrm.signin.AlteredMessage;
import io.hybridge.exchange.winrm.signin.Sealed;

/** Seals or opens the messages of one direction, in their order. */
final class NtlmDirection {

	static final String TO_SERVER = "client-to-server";

	static final String TO_CLIENT = "server-to-client";

	private static final int VERSION = 1;

	private final byte[] signingKey;

	private final Cipher keyStream;

	private int number;

	NtlmDirection(byte[] exportedKey, String direction) {
		this.signingKey = key(exportedKey, direction, "signing");
		this.keyStream = NtlmHash.keyStream(key(exportedKey, direction, "sealing"));
	}

	static byte[] key(byte[] exportedKey, String direction, String purpose) {
		String text = "session key to " + direction + " " + purpose + " key magic constant\0";
		return NtlmHash.md5(exportedKey, text.getBytes(StandardCharsets.US_ASCII));
	}

	Sealed seal(byte[] plain) {
		byte[] octets = stream(plain);
		return new Sealed(signature(plain), octets);
	}

	byte[] open(Sealed sealed) throws AlteredMessage {
		byte[] plain = stream(sealed.octets());
		if (!MessageDigest.isEqual(signature(plain), sealed.signature())) {
			throw new AlteredMessage("the signature does not fit");
		}
		return plain;
	}

	private byte[] signature(byte[] plain) {
		byte[] sequence = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(this.number++).array();
		byte[] sum = stream(Arrays.copyOf(NtlmHash.hmac(this.signingKey, sequence, plain), 8));
		return ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putInt(VERSION).put(sum).put(sequence).array();
	}

	private byte[] stream(byte[] octets) {
		return (octets.length > 0) ? this.keyStream.update(octets) : octets;
	}

}
