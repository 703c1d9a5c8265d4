package io.hybridge.certificate;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * A public certificate. What it says is computed from its own bytes, never taken from
 * what a remote side told about it.
 */
public final class Certificate {

	private static final int LONGEST = 64 * 1024;

	private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";

	private final byte[] der;

	private final X509Certificate x509;

	private Certificate(byte[] der, X509Certificate x509) {
		this.der = der;
		this.x509 = x509;
	}

	/**
	 * Reads a certificate.
	 * @param der its DER encoding
	 * @throws IllegalArgumentException when the bytes are not exactly one certificate
	 */
	public static Certificate of(byte[] der) {
		if (der.length > LONGEST) {
			throw new IllegalArgumentException("A certificate has at most 64 KiB");
		}
		try {
			X509Certificate x509 = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(der));
			if (!MessageDigest.isEqual(x509.getEncoded(), der)) {
				throw new IllegalArgumentException("There is more than one certificate in the bytes");
			}
			return new Certificate(der.clone(), x509);
		}
		catch (CertificateException ex) {
			throw new IllegalArgumentException("The bytes are not a certificate", ex);
		}
	}

	/**
	 * Reads a certificate.
	 * @param base64 the base64 of its DER encoding
	 * @throws IllegalArgumentException when the text is not exactly one certificate
	 */
	public static Certificate ofBase64(String base64) {
		return of(Base64.getDecoder().decode(base64));
	}

	public Thumbprint thumbprint() {
		return new Thumbprint(DigestUtils.sha1Hex(this.der).toUpperCase(Locale.ROOT));
	}

	/**
	 * The SHA-256 over the DER encoding, which identifies a key in the tenant.
	 * @return 64 lower-case hexadecimal digits
	 */
	public String sha256() {
		return DigestUtils.sha256Hex(this.der);
	}

	public byte[] der() {
		return this.der.clone();
	}

	public String base64() {
		return Base64.getEncoder().encodeToString(this.der);
	}

	/**
	 * The key that its owner's signatures are checked with.
	 * @return the public key
	 */
	public PublicKey publicKey() {
		return this.x509.getPublicKey();
	}

	public String subject() {
		return this.x509.getSubjectX500Principal().getName();
	}

	public String issuer() {
		return this.x509.getIssuerX500Principal().getName();
	}

	public Instant notBefore() {
		return this.x509.getNotBefore().toInstant();
	}

	public Instant notAfter() {
		return this.x509.getNotAfter().toInstant();
	}

	public boolean validAt(Instant instant) {
		return !instant.isBefore(notBefore()) && instant.isBefore(notAfter());
	}

	/**
	 * The size of an RSA key.
	 * @return bits, or 0 for a key of another kind
	 */
	public int rsaKeySize() {
		return (this.x509.getPublicKey() instanceof RSAPublicKey rsa) ? rsa.getModulus().bitLength() : 0;
	}

	/**
	 * The subject key identifier, by which a certificate that we asked for is found
	 * again.
	 * @return lower-case hexadecimal digits, or empty when the certificate has none
	 */
	public Optional<String> subjectKeyIdentifier() {
		byte[] extension = this.x509.getExtensionValue(SUBJECT_KEY_IDENTIFIER);
		// An OCTET STRING within an OCTET STRING, both short: two bytes of header each.
		return (extension != null && extension.length > 4)
				? Optional.of(HexFormat.of().formatHex(extension, 4, extension.length)) : Optional.empty();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Certificate that && MessageDigest.isEqual(this.der, that.der);
	}

	@Override
	public int hashCode() {
		return java.util.Arrays.hashCode(this.der);
	}

	@Override
	public String toString() {
		return subject() + " " + thumbprint();
	}

}
