package io.hybridge.exchange.ladder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Shows the certificate that a server presents. The handshake is broken off as soon as it
 * was seen: nothing is ever sent over a connection that nobody vouched for.
 */
final class PresentedCertificate {

	private static final int LONGEST_MILLIS = 10_000;

	private PresentedCertificate() {
	}

	/**
	 * Looks.
	 * @param name that is asked for
	 * @return the server's own certificate, or null when it presents none
	 * @throws IOException when there is no TLS
	 */
	static X509Certificate of(String name, String address, int port) throws IOException {
		Seen seen = new Seen();
		try (Socket plain = new Socket()) {
			plain.connect(new InetSocketAddress(InetAddress.getByName(address), port), LONGEST_MILLIS);
			plain.setSoTimeout(LONGEST_MILLIS);
			shake(plain, name, port, seen);
		}
		catch (SSLException ex) {
			if (seen.certificate.get() == null) {
				throw ex;
			}
		}
		return seen.certificate.get();
	}

	private static void shake(Socket plain, String name, int port, Seen seen) throws IOException {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { seen }, null);
			try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, name, port, false)) {
				SSLParameters parameters = socket.getSSLParameters();
				parameters.setServerNames(List.of(new SNIHostName(name)));
				socket.setSSLParameters(parameters);
				socket.startHandshake();
			}
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Trusts nobody, and remembers who came. */
	private static final class Seen extends X509ExtendedTrustManager {

		private final AtomicReference<X509Certificate> certificate = new AtomicReference<>();

		private void refuse(X509Certificate[] chain) throws CertificateException {
			this.certificate.set((chain.length > 0) ? chain[0] : null);
			throw new CertificateException("Only looked at");
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
				throws CertificateException {
			refuse(chain);
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
				throws CertificateException {
			refuse(chain);
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
			refuse(chain);
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
				throws CertificateException {
			refuse(chain);
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
				throws CertificateException {
			refuse(chain);
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
			refuse(chain);
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

}
