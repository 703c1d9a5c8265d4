package io.hybridge.lab.exchange.state;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import io.hybridge.certificate.Certificate;

/**
 * Makes the certificates of the lab's servers, each as Exchange's own tools make it.
 */
public final class CertificateMaker {

	static final String SETUP_NAME = "Microsoft Exchange Server Auth Certificate";

	private static final SecureRandom RANDOM = new SecureRandom();

	private CertificateMaker() {
	}

	/** As Setup makes it: no names, no key identifier, exactly five years. */
	static StoredCertificate bySetup(Instant notBefore, Instant notAfter) {
		Order order = new Order("CN=" + SETUP_NAME, "CN=" + SETUP_NAME, List.of(), "", notBefore, notAfter, 2048);
		return make(order, SETUP_NAME, Set.of("SMTP"), true);
	}

	/** As {@code New-ExchangeCertificate} makes it. */
	public static StoredCertificate byCmdlet(NewCertificate wish, Instant notBefore, Instant notAfter) {
		Order order = new Order("CN=" + wish.domains().getFirst(), "CN=" + wish.domains().getFirst(), wish.domains(),
				wish.subjectKeyIdentifier(), notBefore, notAfter, wish.keySize());
		return make(order, wish.friendlyName(), wish.services(), wish.exportable());
	}

	/** As a company's own authority issues it for browsers and mail. */
	static StoredCertificate forWeb(List<String> domains, Instant notBefore, Instant notAfter) {
		Order order = new Order("CN=" + domains.getFirst(), "CN=Fabrikam Issuing CA 1", domains, "", notBefore,
				notAfter, 2048);
		return make(order, "Fabrikam web", new java.util.LinkedHashSet<>(List.of("IIS", "SMTP")), true);
	}

	private static StoredCertificate make(Order order, String friendlyName, Set<String> services, boolean exportable) {
		try {
			KeyPair own = pair(order.keySize());
			boolean selfSigned = order.subject().equals(order.issuer());
			byte[] der = sign(order, own, selfSigned ? own.getPrivate() : authority());
			return new StoredCertificate(Certificate.of(der),
					Base64.getEncoder().encodeToString(own.getPrivate().getEncoded()), friendlyName, services,
					exportable);
		}
		catch (GeneralSecurityException | OperatorCreationException | java.io.IOException ex) {
			throw new IllegalStateException("The lab cannot make a certificate", ex);
		}
	}

	private static byte[] sign(Order order, KeyPair own, PrivateKey signer)
			throws OperatorCreationException, java.io.IOException {
		X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name(order.issuer()),
				new BigInteger(127, RANDOM), Date.from(order.notBefore()), Date.from(order.notAfter()),
				new X500Name(order.subject()), own.getPublic());
		addExtensions(builder, order);
		return builder
			.build(new JcaContentSignerBuilder(
					"RSA".equals(signer.getAlgorithm()) ? "SHA256withRSA" : "SHA256withECDSA")
				.build(signer))
			.getEncoded();
	}

	private static void addExtensions(X509v3CertificateBuilder builder, Order order) throws CertIOException {
		builder.addExtension(Extension.keyUsage, true,
				new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
		builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
		if (!order.domains().isEmpty()) {
			builder.addExtension(Extension.subjectAlternativeName, false,
					new GeneralNames(order.domains()
						.stream()
						.map((domain) -> new GeneralName(GeneralName.dNSName, domain))
						.toArray(GeneralName[]::new)));
		}
		if (!order.keyIdentifier().isEmpty()) {
			builder.addExtension(Extension.subjectKeyIdentifier, false,
					new SubjectKeyIdentifier(HexFormat.of().parseHex(order.keyIdentifier())));
		}
	}

	private static KeyPair pair(int size) throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(size, RANDOM);
		return generator.generateKeyPair();
	}

	/** The company's own authority signs once and is forgotten. */
	private static PrivateKey authority() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(256, RANDOM);
		return generator.generateKeyPair().getPrivate();
	}

	public static List<String> domainsOf(Certificate certificate) {
		try {
			X509Certificate x509 = (X509Certificate) java.security.cert.CertificateFactory.getInstance("X.509")
				.generateCertificate(new java.io.ByteArrayInputStream(certificate.der()));
			var names = x509.getSubjectAlternativeNames();
			return (names != null) ? names.stream().map((name) -> name.get(1).toString()).toList() : List.of();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Order(String subject, String issuer, List<String> domains, String keyIdentifier, Instant notBefore,
			Instant notAfter, int keySize) {
	}

	/**
	 * What was asked of {@code New-ExchangeCertificate}.
	 *
	 * @param friendlyName name in the store
	 * @param domains names in the certificate
	 * @param services what it is enabled for
	 * @param keySize bits
	 * @param exportable whether the key may leave the server
	 * @param subjectKeyIdentifier hexadecimal digits, or empty
	 */
	public record NewCertificate(String friendlyName, List<String> domains, Set<String> services, int keySize,
			boolean exportable, String subjectKeyIdentifier) {
	}

}
