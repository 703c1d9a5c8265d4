package io.hybridge.remote;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

import javax.net.ssl.X509TrustManager;

/**
 * Believes one certificate, within its time. It is not an extended trust manager on
 * purpose: for this plain one the Java runtime compares the name by itself.
 *
 * @param sha256 of its DER, in lower case
 */
record PinnedCertificate(String sha256) implements X509TrustManager {

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
		String presented = fingerprint(chain[0]);
		if (!presented.equals(this.sha256)) {
			throw new CertificateChanged(this.sha256, presented);
		}
		chain[0].checkValidity();
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
		throw new CertificateException("Nobody signs in to the console by certificate");
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return new X509Certificate[0];
	}

	private static String fingerprint(X509Certificate certificate) throws CertificateException {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
		}
		catch (GeneralSecurityException ex) {
			throw new CertificateException(ex);
		}
	}

}
