package io.hybridge.lab.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate that is not signed yet. */
public final class CertificateDraft {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final PublicKey subjectKey;

	private final X509v3CertificateBuilder builder;

	private CertificateDraft(PublicKey subjectKey, X509v3CertificateBuilder builder) {
		this.subjectKey = subjectKey;
		this.builder = builder;
	}

	/**
	 * Begins a draft.
	 * @param subject distinguished name of the owner
	 * @param subjectKey of the owner
	 * @param issuer distinguished name of whoever will sign
	 * @param notBefore from when it is valid
	 * @param notAfter until when
	 * @return the draft, without extensions
	 */
	public static CertificateDraft of(String subject, PublicKey subjectKey, String issuer, Instant notBefore,
			Instant notAfter) {
		return new CertificateDraft(subjectKey,
				new JcaX509v3CertificateBuilder(new X500Name(issuer), new BigInteger(127, RANDOM), Date.from(notBefore),
						Date.from(notAfter), new X500Name(subject), subjectKey));
	}

	/** For an authority that signs servers' certificates and no other authority's. */
	public CertificateDraft forAuthority() {
		return with(Extension.basicConstraints, true, new BasicConstraints(0)).with(Extension.keyUsage, true,
				new KeyUsage(KeyUsage.keyCertSign));
	}

	/** For a TLS server. */
	public CertificateDraft forServer() {
		return with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
			.with(Extension.basicConstraints, true, new BasicConstraints(false));
	}

	/** For a key that signs and opens messages, as Exchange's tools say. */
	public CertificateDraft forSignatureAndEncipherment() {
		return with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
	}

	/** Names or IP addresses of the owner; none leaves the extension out. */
	public CertificateDraft names(List<String> namesAndIps) {
		return namesAndIps.isEmpty() ? this : with(Extension.subjectAlternativeName, false,
				new GeneralNames(namesAndIps.stream().map(CertificateDraft::name).toArray(GeneralName[]::new)));
	}

	public CertificateDraft subjectKeyIdentifier(byte[] identifier) {
		return with(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier));
	}

	/** Identified by the hash of the owner's key. */
	public CertificateDraft identifiedByKey() {
		return with(Extension.subjectKeyIdentifier, false, identifiers().createSubjectKeyIdentifier(this.subjectKey));
	}

	/** Names the key of the authority that will sign. */
	public CertificateDraft issuedBy(X509Certificate authority) {
		return with(Extension.authorityKeyIdentifier, false,
				identifiers().createAuthorityKeyIdentifier(authority.getPublicKey()));
	}

	public X509Certificate signedWith(PrivateKey key) {
		try {
			String algorithm = "RSA".equals(key.getAlgorithm()) ? "SHA256withRSA" : "SHA256withECDSA";
			return new JcaX509CertificateConverter()
				.getCertificate(this.builder.build(new JcaContentSignerBuilder(algorithm).build(key)));
		}
		catch (GeneralSecurityException | OperatorCreationException ex) {
			throw new IllegalStateException("The lab cannot sign a certificate", ex);
		}
	}

	private CertificateDraft with(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
		try {
			this.builder.addExtension(extension, critical, value);
			return this;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static JcaX509ExtensionUtils identifiers() {
		try {
			return new JcaX509ExtensionUtils();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static GeneralName name(String nameOrIp) {
		boolean address = nameOrIp.matches("[0-9.]+|.*:.*");
		return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, nameOrIp);
	}

}
