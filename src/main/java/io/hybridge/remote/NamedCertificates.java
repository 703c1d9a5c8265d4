package io.hybridge.remote;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes of an authority’s certificates only those that say for which names they are.
 * The Java runtime takes the common name where there are none, which an authority need
 * not have compared with anything (RFC 9525).
 */
final class NamedCertificates extends X509ExtendedTrustManager {

	private static final int DNS = 2;

	private static final int IP = 7;

	private final X509ExtendedTrustManager authorities;

	NamedCertificates(X509ExtendedTrustManager authorities) {
		this.authorities = authorities;
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
		this.authorities.checkServerTrusted(chain, type, socket);
		requireNames(chain[0]);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
		this.authorities.checkServerTrusted(chain, type, engine);
		requireNames(chain[0]);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
		this.authorities.checkServerTrusted(chain, type);
		requireNames(chain[0]);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
		this.authorities.checkClientTrusted(chain, type, socket);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
		this.authorities.checkClientTrusted(chain, type, engine);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
		this.authorities.checkClientTrusted(chain, type);
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return this.authorities.getAcceptedIssuers();
	}

	private static void requireNames(X509Certificate certificate) throws CertificateException {
		Collection<List<?>> names = certificate.getSubjectAlternativeNames();
		if (names == null
				|| names.stream().map(List::getFirst).noneMatch((type) -> type.equals(DNS) || type.equals(IP))) {
			throw new CertificateException("The certificate has no subject alternative name, only a common name");
		}
	}

}
