package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Somebody who ends TLS with a certificate of his own and passes on what he reads. */
final class TlsRelay implements AutoCloseable {

	private final ServerSocket listening;

	private final SSLContext context;

	private final int target;

	private final Path certificate;

	private TlsRelay(SSLContext context, int target, Path certificate) throws IOException {
		this.context = context;
		this.target = target;
		this.certificate = certificate;
		this.listening = context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::accept);
	}

	static TlsRelay to(int target, Path certificate) throws Exception {
		return new TlsRelay(context(certificate), target, certificate);
	}

	/** TLS with this certificate, which believes whoever comes. */
	static SSLContext context(Path certificate) throws Exception {
		Certificate own = CertificateFactory.getInstance("X.509")
			.generateCertificate(Files.newInputStream(certificate));
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("relay", key(Path.of(certificate + ".key")), new char[0], new Certificate[] { own });
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, new char[0]);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), new TrustManager[] { new Everybody() }, null);
		return context;
	}

	int port() {
		return this.listening.getLocalPort();
	}

	Path certificate() {
		return this.certificate;
	}

	private static PrivateKey key(Path file) throws Exception {
		String text = Files.readString(file, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
		return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.listening.accept();
				Socket server = this.context.getSocketFactory()
					.createSocket(InetAddress.getLoopbackAddress(), this.target);
				Thread.ofVirtual().start(() -> copy(client, server));
				Thread.ofVirtual().start(() -> copy(server, client));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private static void copy(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// Ended.
		}
	}

	@Override
	public void close() throws IOException {
		this.listening.close();
	}

	private static final class Everybody implements X509TrustManager {

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type) {
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

}
