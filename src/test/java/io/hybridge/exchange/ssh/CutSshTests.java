package io.hybridge.exchange.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.powershell.CutCalls;
import io.hybridge.exchange.powershell.CutCalls.Told;
import io.hybridge.exchange.powershell.StandIn;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.winrm.CutRelay;
import io.hybridge.exchange.winrm.CutRelay.Cut;
import io.hybridge.exchange.winrm.CutRelay.Towards;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wherever the connection to Debian's OpenSSH server ends after the sign-in: what is told
 * is what was. Every second time it is gone for good, else the next one comes through.
 */
@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
class CutSshTests {

	private static final String SERVER = "ex1.fabrikam.com";

	private final CutCalls calls = new CutCalls();

	@TempDir
	private Path folder;

	private StandIn standIn;

	private SshTransports transports;

	private OpenSshServer server;

	private String hostKey;

	@BeforeEach
	void begin() throws IOException {
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		this.standIn = new StandIn(Files.createDirectory(this.folder.resolve("bin")));
		Files.setPosixFilePermissions(this.standIn.folder().resolve("calls"),
				PosixFilePermissions.fromString("rwxrwxrwx"));
		this.transports = TestSsh.transports(Files.createDirectory(this.folder.resolve("keys")));
		this.server = new OpenSshServer(Files.createDirectory(this.folder.resolve("sshd")), this.standIn.folder());
		this.hostKey = this.server.fingerprint("ed25519");
	}

	@AfterEach
	void end() {
		this.transports.close();
		if (this.server != null) {
			this.server.close();
		}
		this.standIn.close();
	}

	@Test
	void tellsWhatWas() throws Exception {
		cut(Towards.SERVER, 2048, 4);
		cut(Towards.CLIENT, 24, 4);
		this.calls.areToldAsTheyWere(this.standIn.arguments());
		assertThat(this.calls.words()).containsExactlyInAnyOrder(Told.values());
	}

	private void cut(Towards towards, long step, long dense) throws Exception {
		List<Long> places = CutCalls.places(all(towards), step, dense);
		List<Cut> cuts = new ArrayList<>();
		IntStream.range(0, places.size())
			.forEach((number) -> cuts.add(new Cut(towards, places.get(number), number % 2 == 1)));
		CutCalls.each(cuts, this::cut);
	}

	/** The first call signs in. */
	private void cut(Cut cut) throws IOException {
		try (CutRelay relay = CutRelay.to(this.server.port())) {
			String name = "%s-%06d".formatted(cut.towards(), cut.bytes());
			assertThat(call(relay, "before-" + name)).isEqualTo(Told.DONE);
			relay.cuts(cut);
			call(relay, name);
		}
	}

	private long all(Towards towards) throws IOException {
		try (CutRelay relay = CutRelay.to(this.server.port())) {
			assertThat(call(relay, "before-%s-uncut".formatted(towards))).isEqualTo(Told.DONE);
			long before = relay.passed(towards);
			assertThat(call(relay, "%s-uncut".formatted(towards))).isEqualTo(Told.DONE);
			return relay.passed(towards) - before;
		}
	}

	private Told call(CutRelay relay, String name) {
		Transport transport = this.transports.to(new SshLink(SERVER, "127.0.0.1", relay.port(), this.hostKey,
				new SshSignIn.Password(new Account(OpenSshServer.USER, OpenSshServer.PASSWORD)), null));
		return this.calls.run(transport, SERVER, name);
	}

}
