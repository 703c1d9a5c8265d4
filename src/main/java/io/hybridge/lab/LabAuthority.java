package io.hybridge.lab;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate authority of one lab, made at its first start. It vouches for the lab's
 * servers and for nothing else; nobody is asked to trust it outside the lab.
 */
public final class LabAuthority {

	private static final String NAME = "CN=Hybridge Lab Authority";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final X509Certificate certificate;

	private final PrivateKey key;

	private final Clock clock;

	private LabAuthority(X509Certificate certificate, PrivateKey key, Clock clock) {
		this.certificate = certificate;
		this.key = key;
		this.clock = clock;
	}

	/**
	 * Opens the authority of a lab, making it when it is not there.
	 * @param folder of the lab
	 * @param clock gives the validity of certificates
	 * @return the authority
	 */
	public static LabAuthority in(LabFolder folder, Clock clock) {
		try {
			var certificate = folder.read("authority.pem");
			var key = folder.read("authority.key");
			return (certificate.isPresent() && key.isPresent())
					? new LabAuthority(certificateOf(certificate.get()), keyOf(key.get()), clock) : make(folder, clock);
		}
		catch (GeneralSecurityException | CertIOException | OperatorCreationException ex) {
			throw new IllegalStateException("The lab's certificate authority in " + folder.path() + " cannot be read",
					ex);
		}
	}

	/**
	 * A context for a server with a fresh certificate.
	 * @param namesAndIps host names and IP addresses the certificate is for
	 */
	public SSLContext serverContext(String... namesAndIps) {
		try {
			KeyPair pair = pair();
			Instant now = this.clock.instant();
			X509v3CertificateBuilder builder = builder(new X500Name(NAME), pair, new X500Name("CN=" + namesAndIps[0]),
					now, now.plus(Duration.ofDays(365)));
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
			builder.addExtension(Extension.extendedKeyUsage, false,
					new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
			builder.addExtension(Extension.authorityKeyIdentifier, false,
					new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(this.certificate));
			builder.addExtension(Extension.subjectAlternativeName, false, names(namesAndIps));
			return context(pair.getPrivate(), sign(builder, this.key));
		}
		catch (GeneralSecurityException | CertIOException | OperatorCreationException ex) {
			throw new IllegalStateException("The lab cannot make a certificate for " + namesAndIps[0], ex);
		}
	}

	/**
	 * What to trust in order to trust the lab.
	 * @return the authority's certificate as PEM
	 */
	public String pem() {
		return pem("CERTIFICATE", encoded(this.certificate));
	}

	private SSLContext context(PrivateKey key, X509Certificate server) throws GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try {
			store.load(null, null);
		}
		catch (java.io.IOException ex) {
			throw new GeneralSecurityException(ex);
		}
		store.setKeyEntry("server", key, new char[0], new X509Certificate[] { server, this.certificate });
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, new char[0]);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

	private static LabAuthority make(LabFolder folder, Clock clock)
			throws GeneralSecurityException, CertIOException, OperatorCreationException {
		KeyPair pair = pair();
		Instant now = clock.instant();
		X500Name name = new X500Name(NAME);
		X509v3CertificateBuilder builder = builder(name, pair, name, now, now.plus(Duration.ofDays(3650)));
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
		builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
		X509Certificate certificate = sign(builder, pair.getPrivate());
		folder.write("authority.key", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
		folder.write("authority.pem", pem("CERTIFICATE", encoded(certificate)));
		return new LabAuthority(certificate, pair.getPrivate(), clock);
	}

	private static X509v3CertificateBuilder builder(X500Name issuer, KeyPair pair, X500Name subject, Instant now,
			Instant end) throws GeneralSecurityException, CertIOException {
		X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer, new BigInteger(127, RANDOM),
				Date.from(now.minus(Duration.ofDays(1))), Date.from(end), subject, pair.getPublic());
		builder.addExtension(Extension.subjectKeyIdentifier, false,
				new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
		return builder;
	}

	private static GeneralNames names(String... namesAndIps) {
		return new GeneralNames(Arrays.stream(namesAndIps)
			.map((name) -> new GeneralName(name.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName,
					name))
			.toArray(GeneralName[]::new));
	}

	private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
			throws GeneralSecurityException, OperatorCreationException {
		return new JcaX509CertificateConverter()
			.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
	}

	private static KeyPair pair() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		return generator.generateKeyPair();
	}

	private static X509Certificate certificateOf(String pem) throws GeneralSecurityException {
		return (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
	}

	private static PrivateKey keyOf(String pem) throws GeneralSecurityException {
		String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
		return KeyFactory.getInstance("EC")
			.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
	}

	private static byte[] encoded(X509Certificate certificate) {
		try {
			return certificate.getEncoded();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String pem(String type, byte[] der) {
		return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der)
				+ "\n-----END " + type + "-----\n";
	}

}
