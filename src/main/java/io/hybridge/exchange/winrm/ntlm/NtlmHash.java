package io.hybridge.exchange.winrm.ntlm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.crypto.digests.MD4Digest;

/** The old functions that NTLM is made of. */
final class NtlmHash {

	private NtlmHash() {
	}

	static byte[] hmac(byte[] key, byte[]... parts) {
		try {
			Mac mac = Mac.getInstance("HmacMD5");
			mac.init(new SecretKeySpec(key, "HmacMD5"));
			for (byte[] part : parts) {
				mac.update(part);
			}
			return mac.doFinal();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] md5(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("MD5");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] md4(byte[] text) {
		MD4Digest digest = new MD4Digest();
		digest.update(text, 0, text.length);
		byte[] hash = new byte[16];
		digest.doFinal(hash, 0);
		return hash;
	}

	static byte[] unicode(String text) {
		return text.getBytes(StandardCharsets.UTF_16LE);
	}

	/** A key stream; only ever to be updated, for its end would begin it again. */
	static Cipher keyStream(byte[] key) {
		try {
			Cipher cipher = Cipher.getInstance("ARCFOUR");
			cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ARCFOUR"));
			return cipher;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
