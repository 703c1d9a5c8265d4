package io.hybridge.lab.exchange.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.PushProxy;
import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.local.TestLocal;
import io.hybridge.exchange.powershell.PowerShellInTests;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.ssh.OpenSshServer;
import io.hybridge.exchange.ssh.SshTransports;
import io.hybridge.exchange.ssh.TestSsh;
import io.hybridge.lab.exchange.LabExchangeFixture;
import io.hybridge.lab.exchange.PowerShellFixture;
import io.hybridge.lab.exchange.SettableClock;
import io.hybridge.lab.exchange.state.ExchangeScenario;
import io.hybridge.organization.DomainName;
import io.hybridge.remote.KeyFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The catalogue's own scripts in the real engine at the far end of each way: from a look
 * to a change that is read back.
 */
@Execution(ExecutionMode.CONCURRENT)
class WaysOnTheEngineTests {

	private static final DomainName DOMAIN = new DomainName("fabrikam.com");

	private final SettableClock clock = new SettableClock("2026-11-24T13:00:00Z");

	private final LabExchangeFixture world = new LabExchangeFixture(this.clock, ExchangeScenario.STANDARD, Locale.US);

	@TempDir
	private Path folder;

	private Path bin;

	private EngineProgram engine;

	@BeforeEach
	void begin() throws IOException {
		Path pwsh = PowerShellFixture.required();
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		this.bin = Files.createDirectory(this.folder.resolve("bin"));
		this.engine = new EngineProgram(this.bin, pwsh, this.world.exchange, LabExchangeFixture.EX1);
	}

	@Test
	void besideTheConsole() {
		leadFromALookToAChange(TestLocal.transports(this.engine.program()).to(new LocalLink(LabExchangeFixture.EX1)));
	}

	@Test
	void overSshWithAPassword() throws IOException {
		try (OpenSshServer server = server(); SshTransports transports = TestSsh.transports(this.folder)) {
			leadFromALookToAChange(transports.to(link(server,
					new SshSignIn.Password(new Account(OpenSshServer.USER, OpenSshServer.PASSWORD)), null)));
		}
	}

	@Test
	void overSshWithAKeyAndAnAccountForExchange() throws IOException {
		try (OpenSshServer server = server(); SshTransports transports = TestSsh.transports(this.folder)) {
			server.admit(this.folder.resolve("ex1"), "ed25519", "");
			leadFromALookToAChange(
					transports.to(link(server, new SshSignIn.Key(OpenSshServer.USER, new KeyFile("ex1"), null),
							new Account("hybridge@fabrikam.com", "lab"))));
		}
	}

	private OpenSshServer server() throws IOException {
		return new OpenSshServer(Files.createDirectory(this.folder.resolve("sshd")), this.bin);
	}

	private static SshLink link(OpenSshServer server, SshSignIn signIn, Account exchange) {
		return new SshLink(LabExchangeFixture.EX1, "127.0.0.1", server.port(), server.fingerprint("ed25519"), signIn,
				exchange);
	}

	private void leadFromALookToAChange(Transport transport) {
		Exchange exchange = PowerShellInTests.exchange(List.of(LabExchangeFixture.EX1), transport,
				Duration.ofMinutes(3));
		ExchangeState before = exchange.inspect();
		assertThat(before.servers()).hasSizeGreaterThan(1);
		assertThat(before.authConfiguration().current()).isPresent();
		assertThat(this.world.ledger.kinds()).doesNotContain("PushProxyEnabled");
		this.clock.pass(Duration.ofHours(1));
		exchange.apply(new ExchangeChange.EnablePushProxy(DOMAIN));
		assertThat(this.world.ledger.kinds()).contains("PushProxyEnabled");
		assertThat(exchange.inspect().pushProxy().entry()).isInstanceOfSatisfying(PushProxy.Entry.Found.class,
				(entry) -> assertThat(entry.stamp().changed()).isEqualTo(this.clock.instant()));
		this.engine.close();
	}

}
