package io.hybridge.security.secret;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random nonce for each secret and its place as associated data. */
class SecretCipher {

	static final int KEY_BYTES = 32;

	static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecretKeySpec key;

	private final SecureRandom random = new SecureRandom();

	SecretCipher(byte[] key) {
		this.key = new SecretKeySpec(key, "AES");
	}

	SealedBytes seal(byte[] content, byte[] place) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			return new SealedBytes(nonce, cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(content));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	byte[] open(SealedBytes sealed, byte[] place) {
		try {
			return cipher(Cipher.DECRYPT_MODE, sealed.nonce(), place).doFinal(sealed.content());
		}
		catch (GeneralSecurityException ex) {
			throw new SecretUnreadable(ex);
		}
	}

	private Cipher cipher(int mode, byte[] nonce, byte[] place) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(place);
		return cipher;
	}

	/** The row was changed, or does not belong where it is. */
	static class SecretUnreadable extends RuntimeException {

		SecretUnreadable(Exception cause) {
			super("A secret was changed or does not belong where it is", cause);
		}

	}

}
