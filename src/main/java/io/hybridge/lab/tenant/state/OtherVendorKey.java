package io.hybridge.lab.tenant.state;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.certificate.CertificateDraft;
import io.hybridge.lab.certificate.Keys;
import io.hybridge.lab.certificate.X509;

/**
 * A key that somebody else registered. Nobody ever signs with it, so it has no private
 * part: its modulus is any odd number that is large enough.
 */
final class OtherVendorKey {

	private static final int BITS = 2048;

	private static final SecureRandom RANDOM = new SecureRandom();

	private OtherVendorKey() {
	}

	static Certificate make(String name, Instant from, Instant until) {
		return Certificate
			.of(X509.der(CertificateDraft.of(name, publicKey(), "CN=Issuing CA of somebody else", from, until)
				.signedWith(Keys.ellipticCurve().getPrivate())));
	}

	private static PublicKey publicKey() {
		BigInteger modulus = new BigInteger(BITS, RANDOM).setBit(BITS - 1).setBit(0);
		try {
			return KeyFactory.getInstance("RSA")
				.generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
