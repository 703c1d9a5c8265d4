package io.hybridge.exchange.winrm.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Locale;

import org.bouncycastle.util.Arrays;

/**
 * Ties a sign-in to the TLS connection that it travels on, as
 * {@code tls-server-end-point} of RFC 5929: a sign-in that somebody in between passes on
 * fits no other certificate.
 *
 * @param applicationData as Windows calls it
 */
public record ChannelBinding(byte[] applicationData) {

	private static final byte[] PREFIX = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);

	/**
	 * The binding to whoever shows this certificate.
	 * @param certificate of the server
	 */
	public static ChannelBinding to(X509Certificate certificate) {
		try {
			byte[] hash = MessageDigest.getInstance(hash(certificate.getSigAlgName())).digest(certificate.getEncoded());
			return new ChannelBinding(Arrays.concatenate(PREFIX, hash));
		}
		catch (NoSuchAlgorithmException | CertificateEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The hash of the certificate's signature; what is weaker, or no name says, is
	 * SHA-256.
	 */
	static String hash(String signature) {
		String name = signature.toUpperCase(Locale.ROOT).replaceFirst("WITH.*", "").replace("-", "");
		return switch (name) {
			case "SHA384" -> "SHA-384";
			case "SHA512" -> "SHA-512";
			case "SHA224" -> "SHA-224";
			default -> "SHA-256";
		};
	}

}
