package io.hybridge.microsoft365;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import io.hybridge.certificate.Certificate;

/** Certificates made for one test run. */
public final class TestCertificates {

	private TestCertificates() {
	}

	/** A certificate with its private key. */
	public record Made(KeyPair keys, X509CertificateHolder holder) {

		public byte[] der() {
			try {
				return this.holder.getEncoded();
			}
			catch (java.io.IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		public Certificate certificate() {
			return Certificate.of(der());
		}

		public String pem() {
			return "-----BEGIN CERTIFICATE-----\n" + java.util.Base64.getMimeEncoder().encodeToString(der())
					+ "\n-----END CERTIFICATE-----\n";
		}

	}

	public static Made make(String name) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			KeyPair keys = generator.generateKeyPair();
			Instant now = Instant.now();
			X500Name subject = new X500Name("CN=" + name);
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(subject,
					BigInteger.valueOf(now.toEpochMilli()), Date.from(now.minus(Duration.ofDays(1))),
					Date.from(now.plus(Duration.ofDays(30))), subject, keys.getPublic());
			builder.addExtension(Extension.subjectAlternativeName, false,
					new GeneralNames(new GeneralName[] { new GeneralName(GeneralName.dNSName, "localhost"),
							new GeneralName(GeneralName.iPAddress, "127.0.0.1") }));
			return new Made(keys, builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
