package io.hybridge.exchange.ladder;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Shows the certificate that a server presents. The handshake is broken off as soon as it
 * was seen: nothing is ever sent over a connection that nobody vouched for.
 */
final class PresentedCertificate {

	private PresentedCertificate() {
	}

	/**
	 * Looks.
	 * @param name that is asked for
	 * @return the server's own certificate
	 * @throws IOException when there is no TLS
	 */
	static X509Certificate of(String name, String address, int port) throws IOException {
		Seen seen = new Seen();
		try (Socket plain = CertificateLook.connected(address, port)) {
			shake(plain, name, port, seen);
			throw new SSLException("The server presents no certificate");
		}
		catch (SSLException ex) {
			if (seen.certificate.get() == null) {
				throw ex;
			}
			return seen.certificate.get();
		}
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
	private static final class Seen implements X509TrustManager {

		private final AtomicReference<X509Certificate> certificate = new AtomicReference<>();

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
			this.certificate.set(chain[0]);
			throw new CertificateException("Only looked at");
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
			throw new CertificateException("Nobody signs in to the console by certificate");
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

}
