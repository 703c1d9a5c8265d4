package io.hybridge.lab.tenant.state;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import io.hybridge.certificate.Certificate;

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
		try {
			X500Name subject = new X500Name(name);
			return Certificate.of(new JcaX509v3CertificateBuilder(new X500Name("CN=Issuing CA of somebody else"),
					new BigInteger(127, RANDOM), Date.from(from), Date.from(until), subject, modulus())
				.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority()))
				.getEncoded());
		}
		catch (GeneralSecurityException | OperatorCreationException | java.io.IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static PublicKey modulus() throws GeneralSecurityException {
		BigInteger modulus = new BigInteger(BITS, RANDOM).setBit(BITS - 1).setBit(0);
		return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537)));
	}

	/** It signs once and is forgotten. */
	private static PrivateKey authority() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(256, RANDOM);
		return generator.generateKeyPair().getPrivate();
	}

}
