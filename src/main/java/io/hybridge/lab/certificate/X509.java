package io.hybridge.lab.certificate;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Reads and writes X.509 certificates. */
public final class X509 {

	private X509() {
	}

	/**
	 * Reads a certificate.
	 * @param encoded DER or PEM
	 * @return the certificate
	 */
	public static X509Certificate read(byte[] encoded) {
		try {
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(encoded));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The certificate cannot be read", ex);
		}
	}

	public static byte[] der(X509Certificate certificate) {
		try {
			return certificate.getEncoded();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
