package io.hybridge.exchange.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.StandIn;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.powershell.TransportContract;
import io.hybridge.exchange.winrm.Relay;
import io.hybridge.remote.KeyFile;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Against Debian's OpenSSH server, which knows nothing of us. */
@Execution(ExecutionMode.CONCURRENT)
class SshTransportTests extends TransportContract {

	private static final String SERVER = "ex1.fabrikam.com";

	private static final Account LOGIN = new Account(OpenSshServer.USER, OpenSshServer.PASSWORD);

	private static final Account EXCHANGE = new Account("svc@fabrikam.com", "exchange pässword");

	@TempDir
	private Path folder;

	private StandIn standIn;

	private SshTransports transports;

	private OpenSshServer server;

	private Relay relay;

	@BeforeEach
	void begin() throws IOException {
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		this.standIn = new StandIn(Files.createDirectory(this.folder.resolve("bin")));
		Files.setPosixFilePermissions(this.standIn.folder().resolve("calls"),
				PosixFilePermissions.fromString("rwxrwxrwx"));
		this.transports = TestSsh.transports(Files.createDirectory(this.folder.resolve("keys")));
	}

	@AfterEach
	void end() throws IOException {
		this.transports.close();
		if (this.relay != null) {
			this.relay.close();
		}
		if (this.server != null) {
			this.server.close();
		}
		this.standIn.close();
	}

	private OpenSshServer open(String... settings) {
		if (this.server == null) {
			try {
				this.server = new OpenSshServer(Files.createDirectory(this.folder.resolve("sshd")),
						this.standIn.folder(), settings);
				this.relay = new Relay(this.server.port());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return this.server;
	}

	private SshLink link(String hostKey, SshSignIn signIn, Account exchange) {
		return new SshLink(SERVER, "127.0.0.1", this.relay.port(), hostKey, signIn, exchange);
	}

	private SshLink link() {
		return link(open().fingerprint("ed25519"), new SshSignIn.Password(LOGIN), null);
	}

	@Override
	protected Transport transport() {
		return this.transports.to(link());
	}

	@Override
	protected FarEnd farEnd() {
		return new OverSsh();
	}

	@Override
	protected String refusal() {
		return "exchange.ssh-channel-refused";
	}

	private ScriptCall call() {
		return call("Set-AuthServer", Map.of("name", "x"), AMPLE);
	}

	private RemoteFailure failureOver(SshLink link) {
		return catchThrowableOfType(RemoteFailure.class, () -> this.transports.to(link).run(call()));
	}

	@Test
	void fitsOnALineOfCmd() {
		assertThat("cmd.exe /c \"" + SshProgram.COMMAND + "\"").hasSizeLessThan(8191);
	}

	@Test
	void opensExchangeByTheTicketOfAPassword() {
		transport().run(call());
		assertThat(this.standIn.sessions()).containsExactly("{\"server\":\"ex1.fabrikam.com\"}");
	}

	@ParameterizedTest
	@CsvSource({ "ed25519,''", "rsa,''", "ecdsa,''", "ed25519," + OpenSshServer.PASSPHRASE,
			"rsa," + OpenSshServer.PASSPHRASE })
	void signsInWithAKeyAndOpensExchangeWithAnAccount(String type, String passphrase) throws IOException {
		open().admit(this.folder.resolve("keys/ex1"), type, passphrase);
		SshSignIn key = new SshSignIn.Key(OpenSshServer.USER, new KeyFile("ex1"),
				passphrase.isEmpty() ? null : passphrase);
		this.transports.to(link(open().fingerprint("ed25519"), key, EXCHANGE)).run(call());
		assertThat(this.standIn.sessions().getFirst()).contains("svc@fabrikam.com", "exchange pässword");
		assertThat(open().log()).contains("Accepted publickey for " + OpenSshServer.USER);
	}

	@Test
	void needsAnAccountForExchangeWhereAKeySignsIn() {
		open();
		SshSignIn key = new SshSignIn.Key(OpenSshServer.USER, new KeyFile("ex1"), null);
		RemoteFailure failure = failureOver(link(open().fingerprint("ed25519"), key, null));
		assertThat(failure.code()).isEqualTo("exchange.no-exchange-account");
		assertThat(this.relay.connections()).isZero();
	}

	@Test
	void saysWhatIsWrongWithAKeyFile() throws IOException {
		open().admit(this.folder.resolve("keys/ex1"), "ed25519", OpenSshServer.PASSPHRASE);
		assertThat(failureWithKey("missing", null).code()).isEqualTo("exchange.key-file-missing");
		for (String passphrase : new String[] { null, "wrong" }) {
			RemoteFailure failure = failureWithKey("ex1", passphrase);
			assertThat(failure.code()).isEqualTo("exchange.key-file-unusable");
			assertThat(failure.evidence()).startsWith("ex1").doesNotContain("wrong");
		}
		Files.setPosixFilePermissions(this.folder.resolve("keys/ex1"), PosixFilePermissions.fromString("rw-r--r--"));
		assertThat(failureWithKey("ex1", OpenSshServer.PASSPHRASE).code()).isEqualTo("exchange.key-file-missing");
		assertThat(open().log()).doesNotContain("publickey for");
	}

	private RemoteFailure failureWithKey(String file, String passphrase) {
		return failureOver(link(open().fingerprint("ed25519"),
				new SshSignIn.Key(OpenSshServer.USER, new KeyFile(file), passphrase), EXCHANGE));
	}

	@Test
	void keepsTheConnectionForTheNextCalls() {
		Transport transport = transport();
		for (int times = 0; times < 5; times++) {
			transport.run(call());
		}
		assertThat(this.relay.connections()).isEqualTo(1);
		assertThat(this.standIn.arguments()).hasSize(5);
	}

	@Test
	void takesMoreCallsAtOnceThanAServerHasChannels() throws Exception {
		Transport transport = transport();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<ScriptAnswer> one = () -> transport.run(call());
			for (Future<ScriptAnswer> answer : threads.invokeAll(Collections.nCopies(20, one))) {
				assertThat(answer.get().json()).isEqualTo("{\"ok\":true}");
			}
		}
		assertThat(this.standIn.arguments()).hasSize(20);
		assertThat(this.relay.connections()).isEqualTo(1);
	}

	@Test
	void comesThroughWhenTheKeptConnectionWasClosedMeanwhile() throws IOException {
		Transport transport = transport();
		transport.run(call());
		this.relay.cut();
		transport.run(call());
		assertThat(this.relay.connections()).isEqualTo(2);
		assertThat(this.standIn.arguments()).hasSize(2);
	}

	@Test
	void replacesAConnectionThatFellSilentWhileAnotherCallWaitsOnIt() throws Exception {
		farEnd().hangs();
		FutureTask<RemoteFailure> waiting = new FutureTask<>(() -> failure(call()));
		Thread waits = Thread.ofVirtual().start(waiting);
		Waiting.await().until(() -> farEnd().arguments().size() == 1);
		this.relay.fallSilent();
		farEnd().answers("{\"ok\":true}");
		assertThat(transport().run(call()).json()).isEqualTo("{\"ok\":true}");
		assertThat(this.relay.connections()).isEqualTo(2);
		assertThat(waiting.isDone()).as("nobody cut it off").isFalse();
		waits.interrupt();
		assertThat(waiting.get().code()).isEqualTo("exchange.interrupted");
	}

	@Test
	void showsEveryKeyOfAHostAsOpenSshDoes() {
		open();
		List<HostKey> keys = this.transports.hostKeys("127.0.0.1", this.relay.port());
		assertThat(keys).extracting(HostKey::fingerprint)
			.containsExactly(open().fingerprint("ed25519"), open().fingerprint("ecdsa"), open().fingerprint("rsa"));
		assertThat(keys.getFirst().type()).isEqualTo("ssh-ed25519");
		assertThat(open().log()).doesNotContain("password", "Accepted");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ed25519", "ecdsa", "rsa" })
	void findsThePinnedKeyAmongThoseOfAHost(String type) {
		open();
		this.transports.to(link(open().fingerprint(type), new SshSignIn.Password(LOGIN), null)).run(call());
		assertThat(this.standIn.arguments()).hasSize(1);
	}

	@Test
	void saysNothingToAHostWithAnotherKey() {
		open();
		String pinned = "SHA256:" + "A".repeat(43);
		RemoteFailure failure = failureOver(link(pinned, new SshSignIn.Password(LOGIN), null));
		assertThat(failure.code()).isEqualTo("exchange.host-key-changed");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.retryable()).isFalse();
		assertThat(failure.evidence()).contains(pinned, open().fingerprint("ed25519"), open().fingerprint("rsa"));
		assertThat(open().log()).doesNotContain(OpenSshServer.USER);
	}

	@Test
	void saysNothingToAHostWhoseKeyNobodyCompared() {
		open();
		RemoteFailure failure = failureOver(link("", new SshSignIn.Password(LOGIN), null));
		assertThat(failure.code()).isEqualTo("exchange.host-key-unknown");
		assertThat(failure.evidence()).contains(open().fingerprint("ed25519"));
		assertThat(open().log()).doesNotContain(OpenSshServer.USER);
	}

	@Test
	void signsInOnceOnlyWithAWrongPassword() {
		open();
		SshLink link = link(open().fingerprint("ed25519"),
				new SshSignIn.Password(new Account(OpenSshServer.USER, "wrong")), null);
		RemoteFailure failure = failureOver(link);
		assertThat(failure.code()).isEqualTo("exchange.ssh-sign-in-refused");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.retryable()).isFalse();
		assertThat(failure.evidence()).contains("password", "publickey").doesNotContain("wrong");
		assertThat(open().log()).containsOnlyOnce("Failed password");
	}

	@Test
	void saysThatAServerTakesNoPassword() {
		open("PasswordAuthentication no");
		RemoteFailure failure = failureOver(link());
		assertThat(failure.code()).isEqualTo("exchange.ssh-sign-in-not-offered");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
	}

	@Test
	void saysThatPowerShellIsNotThere() throws IOException {
		Files.delete(this.standIn.program());
		RemoteFailure failure = failure(call());
		assertThat(failure.code()).isEqualTo("exchange.program-not-found");
		assertThat(failure.evidence()).contains("powershell.exe");
	}

	/** Whoever read the whole script may have carried it out, however it ended. */
	@Test
	void takesNoExitCodeForAProofThatNothingRan() throws IOException {
		Files.writeString(this.standIn.program(), """
				#!/bin/sh
				cat >/dev/null
				exit 127
				""");
		RemoteFailure failure = failure(call());
		assertThat(failure.code()).isEqualTo("exchange.program-not-found");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
	}

	@Test
	void readsWhatCmdSaysOfAMissingProgram() throws IOException {
		Files.writeString(this.standIn.program(), """
				#!/bin/sh
				cat >/dev/null
				echo 'Der Befehl "powershell.exe" ist entweder falsch geschrieben oder' >&2
				exit 1
				""");
		RemoteFailure failure = failure(call());
		assertThat(failure.code()).isEqualTo("exchange.program-not-found");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
	}

	@Test
	void saysThatNothingListens() throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		RemoteFailure failure = failureOver(new SshLink(SERVER, "127.0.0.1", port, "SHA256:" + "A".repeat(43),
				new SshSignIn.Password(LOGIN), null));
		assertThat(failure.code()).isEqualTo("exchange.ssh-unreachable");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.retryable()).isTrue();
	}

	@Test
	void saysThatANameIsUnknown() {
		RemoteFailure failure = failureOver(new SshLink(SERVER, "ex1.invalid", 22, "SHA256:" + "A".repeat(43),
				new SshSignIn.Password(LOGIN), null));
		assertThat(failure.code()).isEqualTo("exchange.name-unknown");
	}

	@ParameterizedTest
	@CsvSource({ "HTTP/1.1 400 Bad Request,exchange.not-ssh", "'',exchange.not-ssh",
			"SSH-1.5-old,exchange.ssh-not-agreed" })
	void saysThatSomethingElseListens(String greeting, String code) throws IOException {
		try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread.startVirtualThread(() -> greet(other, greeting + "\r\n"));
			RemoteFailure failure = failureOver(new SshLink(SERVER, "127.0.0.1", other.getLocalPort(),
					"SHA256:" + "A".repeat(43), new SshSignIn.Password(LOGIN), null));
			assertThat(failure.code()).isEqualTo(code);
			assertThat(failure.effect()).isEqualTo(Effect.NONE);
		}
	}

	private static void greet(ServerSocket listening, String greeting) {
		try {
			while (true) {
				try (Socket socket = listening.accept()) {
					socket.getOutputStream().write(greeting.getBytes());
					socket.shutdownOutput();
					socket.getInputStream().readAllBytes();
				}
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	@Test
	void saysThatTheTwoAgreeOnNothing() {
		open("KexAlgorithms diffie-hellman-group1-sha1");
		RemoteFailure failure = failureOver(link());
		assertThat(failure.code()).isEqualTo("exchange.ssh-not-agreed");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.evidence()).contains("SSH-2.0-OpenSSH");
	}

	@Test
	@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
	void givesUpAProgramThatDripsAtTheDeadline() {
		this.standIn.does("drips");
		RemoteFailure failure = failureAtTheDeadline("Set-AuthServer");
		assertThat(failure.code()).isEqualTo("exchange.deadline");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(this.standIn.isEnded(AMPLE)).isTrue();
	}

	/** OpenSSH sends a forced command no signal. */
	@Test
	@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
	void saysThatAScriptMayGoOnWhereItsEndIsNotConfirmed() {
		open("ForceCommand powershell.exe");
		this.standIn.does("hangs");
		RemoteFailure failure = failureAtTheDeadline("Set-AuthServer");
		assertThat(failure.code()).isEqualTo("exchange.deadline-not-ended");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
	}

	/** More than a window holds, so that it is seen that the program never had it. */
	@Test
	@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
	void knowsThatAProgramThatNeverReadItsInputDidNothing() {
		transport().run(call());
		this.standIn.does("deaf");
		RemoteFailure failure = failure(
				call("Set-AuthServer", Map.of("much", "x".repeat(8 << 20)), Duration.ofSeconds(3)));
		assertThat(failure.code()).isEqualTo("exchange.deadline-before-start");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
	}

	@Test
	@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
	void doesNotWaitForWhatAProgramLeavesBehind() {
		this.standIn.does("leaves");
		assertThat(transport().run(call()).json()).isEqualTo("{\"ok\":true}");
	}

	private final class OverSsh implements FarEnd {

		@Override
		public String server() {
			return SERVER;
		}

		@Override
		public void answers(String json) {
			SshTransportTests.this.standIn.answers(json);
		}

		@Override
		public void prints(String output, String errors) {
			SshTransportTests.this.standIn.prints(output, errors);
		}

		@Override
		public void hangs() {
			SshTransportTests.this.standIn.does("hangs");
		}

		@Override
		public boolean wasEnded(Duration longest) {
			return SshTransportTests.this.standIn.isEnded(longest);
		}

		/** The connection is cut once the program has its input. */
		@Override
		public void losesTheAnswerOf(String script) {
			hangs();
			Thread.startVirtualThread(() -> {
				Waiting.await().until(() -> !arguments().isEmpty());
				try {
					SshTransportTests.this.relay.cut();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}

		@Override
		public void refuses(String script) {
			open("MaxSessions 0");
		}

		@Override
		public List<String> arguments() {
			return SshTransportTests.this.standIn.arguments();
		}

	}

}
