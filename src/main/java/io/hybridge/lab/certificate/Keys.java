package io.hybridge.lab.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Makes key pairs, and writes and reads private keys. */
public final class Keys {

	private Keys() {
	}

	/** A pair on the curve P-256. */
	public static KeyPair ellipticCurve() {
		return generate("EC", 256);
	}

	public static KeyPair rsa(int bits) {
		return generate("RSA", bits);
	}

	public static String base64(PrivateKey key) {
		return Base64.getEncoder().encodeToString(key.getEncoded());
	}

	/**
	 * Reads a private key.
	 * @param algorithm {@code EC} or {@code RSA}
	 * @param base64 of its PKCS #8 encoding
	 * @return the key
	 * @throws GeneralSecurityException when it is none
	 */
	public static PrivateKey read(String algorithm, String base64) throws GeneralSecurityException {
		return KeyFactory.getInstance(algorithm)
			.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
	}

	private static KeyPair generate(String algorithm, int bits) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
			generator.initialize(bits);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
