package io.hybridge.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.Test;

import io.hybridge.lab.certificate.CertificateDraft;
import io.hybridge.lab.certificate.Keys;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class TrustTests {

	private static final Instant NOW = Instant.now();

	private final KeyPair authorityKey = Keys.ellipticCurve();

	private final X509Certificate authority = draft("CN=Authority", this.authorityKey).forAuthority()
		.signedWith(this.authorityKey.getPrivate());

	@Test
	void refusesACertificateThatHasItsNameOnlyAsCommonName() {
		assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> greet(List.of()))
			.withMessageContaining("no subject alternative name");
	}

	@Test
	void believesACertificateThatSaysItsName() {
		assertThatNoException().isThrownBy(() -> greet(List.of("localhost")));
	}

	private void greet(List<String> names) throws Exception {
		SSLContext context = server(names);
		try (SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory()
			.createServerSocket(0, 1, InetAddress.getLoopbackAddress());
				ExecutorService other = Executors.newSingleThreadExecutor()) {
			other.submit(() -> answer(server));
			String pem = "-----BEGIN CERTIFICATE-----\n"
					+ Base64.getMimeEncoder().encodeToString(this.authority.getEncoded())
					+ "\n-----END CERTIFICATE-----\n";
			try (SSLSocket client = (SSLSocket) Trust.in(pem)
				.context()
				.getSocketFactory()
				.createSocket("localhost", server.getLocalPort())) {
				SSLParameters parameters = client.getSSLParameters();
				parameters.setEndpointIdentificationAlgorithm("HTTPS");
				client.setSSLParameters(parameters);
				client.startHandshake();
			}
		}
	}

	private static Void answer(SSLServerSocket server) throws IOException {
		try (SSLSocket client = (SSLSocket) server.accept()) {
			client.startHandshake();
		}
		return null;
	}

	private SSLContext server(List<String> names) throws Exception {
		KeyPair key = Keys.ellipticCurve();
		X509Certificate certificate = CertificateDraft
			.of("CN=localhost", key.getPublic(), "CN=Authority", NOW.minusSeconds(60), NOW.plus(Duration.ofDays(1)))
			.forServer()
			.names(names)
			.signedWith(this.authorityKey.getPrivate());
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("server", key.getPrivate(), new char[0], new X509Certificate[] { certificate });
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, new char[0]);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

	private static CertificateDraft draft(String name, KeyPair key) {
		return CertificateDraft.of(name, key.getPublic(), name, NOW.minusSeconds(60), NOW.plus(Duration.ofDays(2)));
	}

}
