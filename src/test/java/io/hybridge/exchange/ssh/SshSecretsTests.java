package io.hybridge.exchange.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.local.TestLocal;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.StandIn;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.remote.KeyFile;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever becomes of a call, its secrets stand in no log, though every line of it is
 * kept, nor in a failure, a command line, an environment or a text form.
 */
@Isolated("Whoever starts a context sets all levels of the log anew.")
class SshSecretsTests {

	private static final String CANARY = "canary-0d7f";

	private static final Account LOGIN = new Account(OpenSshServer.USER, OpenSshServer.PASSWORD);

	private static final Account EXCHANGE = new Account("svc@fabrikam.com", CANARY + "-exchange");

	private static final SshSignIn.Key KEY = new SshSignIn.Key(OpenSshServer.USER, new KeyFile("ex1"),
			OpenSshServer.PASSPHRASE);

	private static final List<String> SECRETS = List.of(CANARY, OpenSshServer.PASSWORD, OpenSshServer.PASSPHRASE,
			"PRIVATE KEY");

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	/** What a context that started before has quietened is heard here too. */
	private final Map<Logger, Level> levels = this.root.getLoggerContext()
		.getLoggerList()
		.stream()
		.filter((logger) -> logger.getLevel() != null)
		.collect(Collectors.toMap(Function.identity(), Logger::getLevel));

	private final Appender<ILoggingEvent> console = this.root.getAppender("CONSOLE");

	private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

	private final List<String> seen = new ArrayList<>();

	@TempDir
	private Path folder;

	private StandIn standIn;

	@BeforeEach
	void begin() throws IOException {
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		this.standIn = new StandIn(Files.createDirectory(this.folder.resolve("bin")));
		Files.setPosixFilePermissions(this.standIn.folder().resolve("calls"),
				PosixFilePermissions.fromString("rwxrwxrwx"));
		this.root.detachAppender(this.console);
		this.levels.keySet().forEach((logger) -> logger.setLevel(Level.DEBUG));
		this.logged.start();
		this.root.addAppender(this.logged);
	}

	@AfterEach
	void end() {
		stopLogging();
		this.root.addAppender(this.console);
	}

	private void stopLogging() {
		this.root.detachAppender(this.logged);
		this.levels.forEach(Logger::setLevel);
	}

	@Test
	void standNowhere() throws IOException {
		try (OpenSshServer server = new OpenSshServer(Files.createDirectory(this.folder.resolve("sshd")),
				this.standIn.folder()); SshTransports transports = TestSsh.transports(this.folder)) {
			server.admit(this.folder.resolve("ex1"), "ed25519", OpenSshServer.PASSPHRASE);
			Consumer<SshLink> calls = (link) -> {
				this.seen.add(link.toString());
				call(transports.to(link));
			};
			calls.accept(link(server, new SshSignIn.Password(LOGIN), EXCHANGE));
			calls.accept(link(server, KEY, EXCHANGE));
			calls.accept(link(server, new SshSignIn.Password(new Account(OpenSshServer.USER, CANARY)), EXCHANGE));
			calls.accept(link(server, new SshSignIn.Key(OpenSshServer.USER, new KeyFile("ex1"), CANARY), EXCHANGE));
			this.standIn.prints("", "nothing");
			calls.accept(link(server, KEY, EXCHANGE));
			call(TestLocal.transports(this.standIn.program()).to(new LocalLink("ex1.fabrikam.com")));
			this.seen.add(server.log());
		}
		stopLogging();
		this.seen.addAll(this.standIn.surroundings());
		this.logged.list.forEach((line) -> {
			this.seen.add(line.getFormattedMessage());
			this.seen.add(String.valueOf(line.getThrowableProxy()));
		});
		assertThat(this.seen).as("the control: something was logged").hasSizeGreaterThan(100);
		assertThat(this.standIn.sessions()).as("the control: the secret travelled")
			.anyMatch((session) -> session.contains(CANARY));
		assertThat(this.seen).allSatisfy((text) -> assertThat(text).doesNotContain(SECRETS));
	}

	private static SshLink link(OpenSshServer server, SshSignIn signIn, Account exchange) {
		return new SshLink("ex1.fabrikam.com", "127.0.0.1", server.port(), server.fingerprint("ed25519"), signIn,
				exchange);
	}

	private void call(Transport transport) {
		try {
			this.seen.add(
					transport
						.run(new ScriptCall("ex1.fabrikam.com", ScriptCatalog.load().script("Set-AuthServer"), Map.of(),
								Waiting.LIMIT))
						.toString());
		}
		catch (RemoteFailure failure) {
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				this.seen.add(String.valueOf(cause));
			}
			this.seen.add(failure.evidence());
		}
	}

}
