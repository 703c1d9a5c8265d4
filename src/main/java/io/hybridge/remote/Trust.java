package io.hybridge.remote;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Which certificate authorities a connection believes: those of the Java runtime, or only
 * the ones an administrator gave for it, or one certificate alone. There is no way to
 * believe everybody.
 */
public final class Trust {

	private static final Map<String, Trust> KNOWN = new ConcurrentHashMap<>();

	private final TrustManager[] managers;

	private final SSLContext context;

	private Trust(TrustManager... managers) {
		this.managers = managers;
		this.context = contextWith();
	}

	/**
	 * Trust in the Java runtime's own authorities.
	 * @return the trust, one per process
	 */
	public static Trust inTheRuntime() {
		return KNOWN.computeIfAbsent("", (key) -> new Trust(managers(null)));
	}

	/**
	 * Trust in exactly the given authorities.
	 * @param pem one or more certificates in PEM form
	 * @return the trust, one per distinct text, so that TLS sessions are kept
	 */
	public static Trust in(String pem) {
		return KNOWN.computeIfAbsent(pem, (key) -> new Trust(managers(key)));
	}

	/**
	 * Trust in one certificate that an administrator compared.
	 * @param sha256 of its DER, 64 hexadecimal digits in lower case
	 * @return the trust, one per certificate
	 */
	public static Trust inOneCertificate(String sha256) {
		return KNOWN.computeIfAbsent(sha256, (key) -> new Trust(new PinnedCertificate(key)));
	}

	public SSLContext context() {
		return this.context;
	}

	/**
	 * The same for a client that has a certificate of its own.
	 * @param keys of the client
	 */
	public SSLContext contextWith(KeyManager... keys) {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init((keys.length > 0) ? keys : null, this.managers, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static TrustManager[] managers(String pem) {
		try {
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init((pem != null) ? storeOf(pem) : null);
			return Arrays.stream(factory.getTrustManagers()).map(Trust::named).toArray(TrustManager[]::new);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("The authorities to trust cannot be read", ex);
		}
	}

	private static TrustManager named(TrustManager manager) {
		return new NamedCertificates((X509ExtendedTrustManager) manager);
	}

	private static KeyStore storeOf(String pem) throws GeneralSecurityException {
		try {
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			int index = 0;
			for (var certificate : CertificateFactory.getInstance("X.509")
				.generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
				store.setCertificateEntry("authority-" + index++, certificate);
			}
			return store;
		}
		catch (java.io.IOException ex) {
			throw new GeneralSecurityException(ex);
		}
	}

}
