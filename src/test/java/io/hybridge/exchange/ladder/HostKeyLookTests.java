package io.hybridge.exchange.ladder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.hybridge.exchange.ladder.RungReading.Evidence;
import io.hybridge.exchange.ladder.RungReading.State;
import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.ssh.OpenSshServer;
import io.hybridge.exchange.ssh.SshTransports;
import io.hybridge.exchange.ssh.TestSsh;

import static org.assertj.core.api.Assertions.assertThat;

/** Against Debian's OpenSSH server. */
@Execution(ExecutionMode.CONCURRENT)
class HostKeyLookTests {

	@TempDir
	private Path folder;

	private OpenSshServer server;

	private SshTransports transports;

	@BeforeEach
	void begin() throws IOException {
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		this.server = new OpenSshServer(Files.createDirectory(this.folder.resolve("sshd")), this.folder);
		this.transports = TestSsh.transports(this.folder);
	}

	@AfterEach
	void end() {
		this.transports.close();
		this.server.close();
	}

	@Test
	void showsTheKeysOfAHostThatNobodyComparedYet() {
		RungReading reading = look("", this.server.port());
		assertThat(reading.state()).isEqualTo(State.FAILED);
		assertThat(reading.failure()).isEqualTo("exchange.host-key-unknown");
		assertThat(reading.evidence()).containsExactly(shown("ed25519"), shown("ecdsa"), shown("rsa"));
	}

	@Test
	void holdsForAnyKeyThatWasCompared() {
		RungReading reading = look(this.server.fingerprint("rsa"), this.server.port());
		assertThat(reading.state()).isEqualTo(State.HOLDS);
		assertThat(reading.evidence()).containsExactly(shown("rsa"));
	}

	@Test
	void refusesAnotherKeyWithBoth() {
		String pinned = "SHA256:" + "A".repeat(43);
		RungReading reading = look(pinned, this.server.port());
		assertThat(reading.failure()).isEqualTo("exchange.host-key-changed");
		assertThat(reading.words()).contains(pinned);
		assertThat(reading.evidence()).contains(shown("ed25519"));
	}

	@Test
	void saysWhatElseIsWrong() throws IOException {
		try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = closed.getLocalPort();
			closed.close();
			assertThat(look("", port).failure()).isEqualTo("exchange.ssh-unreachable");
		}
	}

	private Evidence shown(String type) {
		return new Evidence("host-key", this.server.fingerprint(type));
	}

	private RungReading look(String pinned, int port) {
		return new HostKeyLook(this.transports).at(new SshLink("ex1.fabrikam.com", "127.0.0.1", port, pinned,
				new SshSignIn.Password(new Account("petra", "password")), null));
	}

}
