package io.hybridge.security.address;

import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import io.hybridge.microsoft365.TestCertificates;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings with which the manual gives the console a certificate of its own. */
class OwnCertificateTests {

	@TempDir
	private Path folder;

	@Test
	void isTakenFromFilesAndAgainWhenTheyAreRenewed() throws Exception {
		TestCertificates.Made first = written();
		try (ServletWebServerApplicationContext console = started()) {
			int port = console.getWebServer().getPort();
			assertThat(served(port)).isEqualTo(serial(first));
			TestCertificates.Made renewed = written();
			Awaitility.await().untilAsserted(() -> assertThat(served(port)).isEqualTo(serial(renewed)));
		}
	}

	private ServletWebServerApplicationContext started() {
		return (ServletWebServerApplicationContext) new SpringApplicationBuilder(OnlyServer.class)
			.properties("spring.config.location=optional:file:none/", "spring.main.banner-mode=off")
			.run("--server.port=0", "--server.address=127.0.0.1", "--server.ssl.bundle=console",
					"--spring.ssl.bundle.pem.console.keystore.certificate=" + this.folder.resolve("console.crt"),
					"--spring.ssl.bundle.pem.console.keystore.private-key=" + this.folder.resolve("console.key"),
					"--spring.ssl.bundle.pem.console.reload-on-update=true",
					"--spring.ssl.bundle.watch.file.quiet-period=100ms");
	}

	private TestCertificates.Made written() throws Exception {
		TestCertificates.Made made = TestCertificates.make("console");
		Files.writeString(this.folder.resolve("console.crt"), made.pem());
		Files.writeString(this.folder.resolve("console.key"),
				"-----BEGIN PRIVATE KEY-----\n"
						+ Base64.getMimeEncoder().encodeToString(made.keys().getPrivate().getEncoded())
						+ "\n-----END PRIVATE KEY-----\n");
		return made;
	}

	private static BigInteger serial(TestCertificates.Made made) {
		return made.holder().getSerialNumber();
	}

	private static BigInteger served(int port) throws Exception {
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(null, new TrustManager[] { new Anyone() }, null);
		try (SSLSocket socket = (SSLSocket) tls.getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), port)) {
			return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
		}
	}

	@ImportAutoConfiguration({ SslAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class })
	static class OnlyServer {

	}

	/** Only which certificate comes is looked at. */
	static class Anyone extends X509ExtendedTrustManager {

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {
		}

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
