package io.hybridge.exchange.winrm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.winrm.http.TestConversations;
import io.hybridge.lab.Fault;
import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.winrm.RecordingServer;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** When a shell is used again, and when it is ended. */
class KeptShellsTests {

	private final WinRmTransports transports = transports(Duration.ofHours(1));

	@TempDir
	private Path folder;

	private RecordingServer server;

	@BeforeEach
	void open() throws Exception {
		this.server = new RecordingServer(this.folder);
	}

	@AfterEach
	void close() {
		this.transports.close();
		this.server.close();
	}

	@Test
	void opensAnotherShellWhereTheKeptOneIsGoneAndRunsTheScriptOnce() {
		run(this.transports, "Set-AuthServer");
		this.server.endShells();
		run(this.transports, "Set-AuthServer");
		assertThat(this.server.arguments()).hasSize(2);
		assertThat(this.server.shells()).isOne();
	}

	@Test
	void comesThroughWhenTheConnectionOfAKeptShellWasClosed() throws Exception {
		try (Relay relay = new Relay(this.server.port())) {
			Transport transport = this.transports.to(this.server.link(relay.port()));
			transport.run(call("Set-AuthServer"));
			relay.cut();
			transport.run(call("Set-AuthServer"));
			assertThat(this.server.arguments()).hasSize(2);
			assertThat(this.server.shells()).as("the former one was ended").isOne();
		}
	}

	@Test
	void neverRepeatsAScriptThatAKeptShellMayHaveRun() {
		run(this.transports, "Set-AuthServer");
		this.server.inject("Set-AuthServer", Fault.LOSE_ANSWER);
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> run(this.transports, "Set-AuthServer"));
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(this.server.arguments()).hasSize(2);
		assertThat(this.server.shells()).as("after trouble none is kept").isZero();
	}

	@Test
	void signsInOnceOnlyWhereTheAccountIsNotLetInAnyMore() {
		run(this.transports, "Set-AuthServer");
		this.server.traits.add(Trait.BASIC_OFF);
		long requests = this.server.requests();
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> run(this.transports, "Set-AuthServer"));
		assertThat(failure.code()).isEqualTo("exchange.basic-not-offered");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(this.server.requests() - requests).as("not even to end the shell").isOne();
	}

	@Test
	void takesAnotherShellBeforeWindowsRefusesTheNextProcess() {
		for (int times = 0; times < 50; times++) {
			run(this.transports, "Set-AuthServer");
		}
		assertThat(this.server.arguments()).hasSize(50);
		assertThat(this.server.shells()).isOne();
	}

	@Test
	void opensFewShellsAtATimeForOneAccount() throws Exception {
		CountDownLatch open = new CountDownLatch(1);
		this.server.answersAfter(open::await);
		ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
		try {
			for (int times = 0; times < 9; times++) {
				threads.submit(() -> run(this.transports, "Get-HybridState"));
			}
			Waiting.await().until(() -> this.server.arguments().size() == 4);
			assertThat(this.server.shells()).isEqualTo(4);
		}
		finally {
			open.countDown();
			threads.close();
		}
		assertThat(this.server.arguments()).hasSize(9);
		assertThat(this.server.mostShells()).isEqualTo(4);
	}

	@Test
	void endsTheShellsOfALinkThatRests() {
		run(this.transports, "Set-AuthServer");
		this.transports.to(this.server.link()).rest();
		Waiting.await().until(() -> this.server.shells() == 0);
	}

	@Test
	void endsAllWhereAConnectionWasChanged() {
		run(this.transports, "Set-AuthServer");
		this.transports.changed(new ServerLinks.Changed(new OrganizationId(1), List.of()));
		Waiting.await().until(() -> this.server.shells() == 0);
	}

	@Test
	void keepsNoShellThatWasTakenBeforeAConnectionWasChanged() {
		this.server
			.answersAfter(() -> this.transports.changed(new ServerLinks.Changed(new OrganizationId(1), List.of())));
		run(this.transports, "Set-AuthServer");
		assertThat(this.server.shells()).isZero();
	}

	@Test
	void endsAShellThatNobodyComesFor() {
		try (WinRmTransports impatient = transports(Duration.ofMillis(1))) {
			run(impatient, "Set-AuthServer");
			Waiting.await().until(() -> this.server.shells() == 0);
			run(impatient, "Set-AuthServer");
			assertThat(this.server.arguments()).hasSize(2);
		}
	}

	@Test
	void endsAllWhenItShutsDown() {
		run(this.transports, "Set-AuthServer");
		this.transports.close();
		assertThat(this.server.shells()).isZero();
	}

	private static WinRmTransports transports(Duration idle) {
		return new WinRmTransports(TestConversations.open(), new KeptShells(idle));
	}

	private void run(WinRmTransports transports, String script) {
		transports.to(this.server.link()).run(call(script));
	}

	private static ScriptCall call(String script) {
		return new ScriptCall(RecordingServer.NAME, ScriptCatalog.load().script(script), Map.of(), Waiting.LIMIT);
	}

}
