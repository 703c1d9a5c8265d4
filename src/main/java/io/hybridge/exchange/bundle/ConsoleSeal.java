package io.hybridge.exchange.bundle;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.security.secret.Secrets;

/** Signs with a key pair of the console's own, made when it is first needed. */
@Component
class ConsoleSeal {

	private static final String OWNER = "console";

	private static final String FIELD = "bundle.key";

	private final Secrets secrets;

	ConsoleSeal(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Signs.
	 * @param bytes what is signed
	 * @return the signature with the public key that checks it
	 */
	@Transactional
	public Sealed sign(byte[] bytes) {
		try {
			String[] stored = this.secrets.read(OWNER, FIELD).orElseGet(this::make).split(" ");
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(privateKey(stored[0]));
			signature.update(bytes);
			return new Sealed(signature.sign(), pem(stored[1]));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The console cannot sign", ex);
		}
	}

	private String make() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			KeyPair pair = generator.generateKeyPair();
			String made = base64(pair.getPrivate().getEncoded()) + " " + base64(pair.getPublic().getEncoded());
			this.secrets.store(OWNER, FIELD, made);
			return made;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("There is no key pair", ex);
		}
	}

	private static PrivateKey privateKey(String base64) throws GeneralSecurityException {
		return KeyFactory.getInstance("EC")
			.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
	}

	private static String pem(String base64) {
		return "-----BEGIN PUBLIC KEY-----\n" + base64.replaceAll("(.{64})(?=.)", "$1\n")
				+ "\n-----END PUBLIC KEY-----\n";
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	/**
	 * A signature.
	 *
	 * @param signature as OpenSSL reads it
	 * @param publicKey as PEM
	 */
	record Sealed(byte[] signature, String publicKey) {
	}

}
