package io.hybridge.exchange.ladder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ladder.RungReading.Evidence;
import io.hybridge.exchange.link.PeerTrust;
import io.hybridge.remote.CertificateChanged;
import io.hybridge.remote.ConnectionFailure;

/**
 * Looks at a server's certificate, and whether the link's trust accepts it for its name.
 */
final class CertificateLook {

	private static final int LONGEST_MILLIS = 10_000;

	private CertificateLook() {
	}

	static RungReading at(String fqdn, String address, int port, PeerTrust trust) {
		List<Evidence> seen = List.of();
		try {
			seen = evidence(PresentedCertificate.of(fqdn, address, port));
			try (Socket plain = connected(address, port)) {
				verify(plain, fqdn, port, trust);
			}
			return RungReading.holds(Rung.TLS, seen);
		}
		catch (IOException ex) {
			return RungReading.failed(Rung.TLS, seen, code(ex), ConnectionFailure.words(ex));
		}
	}

	/** The handshake that a call would make; nothing is sent after it. */
	private static void verify(Socket plain, String fqdn, int port, PeerTrust trust) throws IOException {
		try (SSLSocket socket = (SSLSocket) trust.trust()
			.context()
			.getSocketFactory()
			.createSocket(plain, fqdn, port, false)) {
			SSLParameters parameters = socket.getSSLParameters();
			parameters.setServerNames(List.of(new SNIHostName(fqdn)));
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			socket.setSSLParameters(parameters);
			socket.startHandshake();
		}
	}

	static Socket connected(String address, int port) throws IOException {
		Socket socket = new Socket();
		try {
			socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), LONGEST_MILLIS);
			socket.setSoTimeout(LONGEST_MILLIS);
			return socket;
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	private static String code(IOException exception) {
		if (CertificateChanged.in(exception).isPresent()) {
			return "exchange.certificate-changed";
		}
		return (ConnectionFailure.of(exception) == ConnectionFailure.CERTIFICATE_REFUSED)
				? "exchange.certificate-refused" : "exchange.tls-refused";
	}

	private static List<Evidence> evidence(X509Certificate presented) {
		try {
			Certificate certificate = Certificate.of(presented.getEncoded());
			return List.of(new Evidence("subject", certificate.subject()), new Evidence("issuer", certificate.issuer()),
					new Evidence("ends", LocalDate.ofInstant(certificate.notAfter(), ZoneOffset.UTC).toString()),
					new Evidence("sha256", certificate.sha256()));
		}
		catch (CertificateEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
