package io.hybridge.lab.tenant;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;

import io.hybridge.certificate.Certificate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key that somebody else registered; its private part is thrown away. */
final class ForeignKey {

	private ForeignKey() {
	}

	static Certificate make(String name, Instant from, Instant until) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			KeyPair pair = generator.generateKeyPair();
			X500Name subject = new X500Name(name);
			return Certificate.of(new JcaX509v3CertificateBuilder(subject, new BigInteger(127, new SecureRandom()),
					Date.from(from), Date.from(until), subject, pair.getPublic())
				.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
				.getEncoded());
		}
		catch (GeneralSecurityException | OperatorCreationException | java.io.IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
