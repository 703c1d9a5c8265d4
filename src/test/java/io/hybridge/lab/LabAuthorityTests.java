package io.hybridge.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.remote.Trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LabAuthorityTests {

	@TempDir
	private Path path;

	@Test
	void isTheSameAuthorityAfterARestart() {
		assertThat(open().pem()).isEqualTo(open().pem()).startsWith("-----BEGIN CERTIFICATE-----\n");
	}

	@Test
	void keepsItsKeyReadableForTheOwnerOnly() throws Exception {
		open();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.path.resolve("authority.key"))))
			.isEqualTo("rw-------");
	}

	@Test
	void vouchesForTheNamesOfAServerAndNoOthers() throws Exception {
		LabAuthority authority = open();
		assertThat(handshake(authority, "ex1.fabrikam.com")).isEqualTo("TLSv1.3");
		assertThat(handshake(authority, "127.0.0.1")).isEqualTo("TLSv1.3");
		assertThatExceptionOfType(SSLHandshakeException.class)
			.isThrownBy(() -> handshake(authority, "ex2.fabrikam.com"));
	}

	private String handshake(LabAuthority authority, String name) throws IOException {
		try (SSLServerSocket server = (SSLServerSocket) authority.serverContext("ex1.fabrikam.com", "127.0.0.1")
			.getServerSocketFactory()
			.createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> accept(server));
			try (SSLSocket socket = (SSLSocket) Trust.in(authority.pem())
				.context()
				.getSocketFactory()
				.createSocket(new java.net.Socket(InetAddress.getLoopbackAddress(), server.getLocalPort()), name, 0,
						true)) {
				SSLParameters parameters = socket.getSSLParameters();
				parameters.setEndpointIdentificationAlgorithm("HTTPS");
				socket.setSSLParameters(parameters);
				socket.startHandshake();
				return socket.getSession().getProtocol();
			}
		}
	}

	private static void accept(SSLServerSocket server) {
		try (SSLSocket socket = (SSLSocket) server.accept()) {
			socket.startHandshake();
			socket.getInputStream().read();
		}
		catch (IOException ex) {
			// The refused handshake is seen at the other end.
		}
	}

	private LabAuthority open() {
		return LabAuthority.in(LabFolder.at(this.path), Clock.systemUTC());
	}

}
