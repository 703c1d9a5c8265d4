package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.exchange.link.BasicLinks;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.powershell.TransportContract;
import io.hybridge.exchange.winrm.http.TestConversations;
import io.hybridge.lab.Fault;
import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.winrm.RecordingServer;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.remote.Trust;
import io.hybridge.support.Faults;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class WinRmTransportTests extends TransportContract {

	private final WinRmTransports transports = new WinRmTransports(TestConversations.open());

	@TempDir
	private Path folder;

	@TempDir
	private Path otherFolder;

	private RecordingServer server;

	@BeforeEach
	void open() throws IOException {
		this.server = new RecordingServer(this.folder);
	}

	@AfterEach
	void close() {
		this.transports.close();
		assertThat(this.server.shells()).as("none is left behind").isZero();
		this.server.close();
	}

	@Override
	protected Transport transport() {
		return to(this.server.link());
	}

	private Transport to(WinRmLink link) {
		return this.transports.to(link);
	}

	private ScriptCall call() {
		return call("Set-AuthServer", Map.of("name", "x"), AMPLE);
	}

	private RemoteFailure failureOver(WinRmLink link) {
		return catchThrowableOfType(RemoteFailure.class, () -> to(link).run(call()));
	}

	@Override
	protected FarEnd farEnd() {
		return new Recorded();
	}

	@Test
	void needsThreeRequestsAndNoNewConnectionWhenItIsWarm() throws Exception {
		try (Relay relay = new Relay(this.server.port())) {
			Transport transport = to(this.server.link(relay.port()));
			transport.run(call());
			long requests = this.server.requests();
			for (int times = 0; times < 15; times++) {
				transport.run(call());
			}
			assertThat(this.server.requests() - requests).isEqualTo(15 * 3);
			assertThat(relay.connections()).isEqualTo(1);
			assertThat(this.server.shells()).isOne();
			this.transports.close();
		}
	}

	@Test
	void carriesTheCredentialToTheSessionOpeningAndNamesTheServer() {
		transport().run(call());
		assertThat(this.server.scripts()).containsExactly("Set-AuthServer over remoting on ex1.fabrikam.com");
		assertThat(this.server.sessions().getFirst()).contains("\"server\":\"ex1.fabrikam.com\"", "pässword ’$(x)");
	}

	@Test
	void signsInOnceOnlyWithAWrongPassword() {
		RemoteFailure failure = failureOver(BasicLinks.withPassword(this.server.link(), "wrong"));
		assertThat(failure.code()).isEqualTo("exchange.sign-in-refused");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.retryable()).isFalse();
		assertThat(failure.evidence()).contains("Basic").doesNotContain("wrong");
		assertThat(this.server.requests()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "BASIC_OFF,exchange.basic-not-offered", "REMOTE_SHELLS_FORBIDDEN,exchange.remote-shells-forbidden",
			"WINRM_ERROR_PAGE,exchange.server-error" })
	void saysWhyTheLabLetsNobodyIn(Trait trait, String code) {
		this.server.traits.add(trait);
		RemoteFailure failure = failureOver(this.server.link());
		assertThat(failure.code()).isEqualTo(code);
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(this.server.scripts()).isEmpty();
	}

	@Test
	void findsPowerShellOnOldWindows() {
		this.server.traits.add(Trait.OLD_WINDOWS);
		transport().run(call());
		assertThat(this.server.scripts()).hasSize(1);
	}

	@Test
	void refusesACertificateThatIsForTheAddressOnly() throws Exception {
		try (RecordingServer other = new RecordingServer(this.otherFolder, "ex2.fabrikam.com", "127.0.0.1")) {
			RemoteFailure failure = failureOver(other.link());
			assertThat(failure.code()).isEqualTo("exchange.certificate-refused");
			assertThat(failure.effect()).isEqualTo(Effect.NONE);
			assertThat(other.requests()).isZero();
			assertThat(statusByServerNameAlone(other)).as("what Java does without our context").isEqualTo(401);
		}
	}

	private static int statusByServerNameAlone(RecordingServer server) throws Exception {
		SSLParameters names = new SSLParameters();
		names.setServerNames(List.of(new SNIHostName(RecordingServer.NAME)));
		try (HttpClient client = HttpClient.newBuilder()
			.sslContext(Trust.in(server.pem()).context())
			.sslParameters(names)
			.build()) {
			URI address = URI.create("https://127.0.0.1:" + server.port() + "/wsman");
			return client
				.send(HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody()).build(),
						BodyHandlers.discarding())
				.statusCode();
		}
	}

	@Test
	void refusesACertificateOfAnotherAuthority() throws Exception {
		try (RecordingServer other = new RecordingServer(this.otherFolder)) {
			RemoteFailure failure = failureOver(BasicLinks.to(RecordingServer.NAME, "127.0.0.1", other.port(),
					RecordingServer.USER, RecordingServer.PASSWORD, this.server.pem()));
			assertThat(failure.code()).isEqualTo("exchange.certificate-refused");
			assertThat(other.requests()).isZero();
		}
	}

	@Test
	@Faults("F1")
	void saysThatAClosedPortIsUnreachable() throws Exception {
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		RemoteFailure failure = failureOver(this.server.link(port));
		assertThat(failure.code()).isEqualTo("exchange.unreachable");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.retryable()).isTrue();
	}

	@Test
	void saysThatANameIsUnknown() {
		WinRmLink dialledByName = BasicLinks.to(RecordingServer.NAME, RecordingServer.NAME + ".invalid", 5986, "user",
				"password", this.server.pem());
		assertThat(failureOver(dialledByName).code()).isEqualTo("exchange.name-unknown");
		WinRmLink byDns = BasicLinks.to("ex9.invalid", "ex9.invalid", 5986, "user", "password", this.server.pem());
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class,
				() -> to(byDns).run(new ScriptCall("ex9.invalid", call().script(), Map.of(), AMPLE)));
		assertThat(failure.code()).isEqualTo("exchange.name-unknown");
	}

	@Test
	void passesOnHowLongToWait() {
		this.server.inject("Set-AuthServer", Fault.ASK_TO_WAIT);
		RemoteFailure failure = failure(call());
		assertThat(failure.code()).isEqualTo("exchange.asked-to-wait");
		assertThat(failure.pause()).contains(Duration.ofSeconds(3));
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(this.server.arguments()).isEmpty();
		assertThat(this.server.shells()).isZero();
	}

	@Test
	@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
	void givesUpAHeldAnswerAtTheDeadline() {
		this.server.inject("Set-AuthServer", Fault.HOLD_ANSWER);
		RemoteFailure failure = failureAtTheDeadline("Set-AuthServer");
		assertThat(failure.code()).isEqualTo("exchange.deadline");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(this.server.answersInTheLedger()).containsExactly("held");
		assertThat(this.server.shells()).isZero();
	}

	/** The control: nothing but the deadline gives it up. */
	@Test
	void waitsForAHeldAnswerWhileTheDeadlineIsFar() throws Exception {
		this.server.inject("Set-AuthServer", Fault.HOLD_ANSWER);
		RemoteFailure failure = failureOnceInterrupted("Set-AuthServer",
				() -> this.server.answersInTheLedger().equals(List.of("held")));
		assertThat(failure.code()).isEqualTo("exchange.interrupted");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
	}

	@Test
	void leavesInTheLedgerWhatBecameOfTheAnswer() {
		this.server.inject("Set-AuthServer", Fault.LOSE_ANSWER);
		failure(call());
		transport().run(call());
		assertThat(this.server.answersInTheLedger()).containsExactly("lost", "delivered");
	}

	@Test
	void comesThroughWhenTheKeptConnectionWasClosedMeanwhile() throws Exception {
		try (Relay relay = new Relay(this.server.port())) {
			Transport transport = to(this.server.link(relay.port()));
			transport.run(call());
			relay.cut();
			transport.run(call());
			assertThat(relay.connections()).isEqualTo(2);
			assertThat(this.server.arguments()).hasSize(2);
			this.transports.close();
		}
	}

	private final class Recorded implements FarEnd {

		@Override
		public String server() {
			return RecordingServer.NAME;
		}

		@Override
		public void answers(String json) {
			WinRmTransportTests.this.server.answers(json);
		}

		@Override
		public void prints(String output, String errors) {
			WinRmTransportTests.this.server.prints(output, errors);
		}

		@Override
		public void hangs() {
			WinRmTransportTests.this.server.hangs();
		}

		@Override
		public boolean wasEnded(Duration longest) throws InterruptedException {
			return WinRmTransportTests.this.server.interrupted.await(longest.toSeconds(), TimeUnit.SECONDS);
		}

		@Override
		public void losesTheAnswerOf(String script) {
			WinRmTransportTests.this.server.inject(script, Fault.LOSE_ANSWER);
		}

		@Override
		public void refuses(String script) {
			WinRmTransportTests.this.server.inject(script, Fault.REFUSE_ACCESS);
		}

		@Override
		public List<String> arguments() {
			return WinRmTransportTests.this.server.arguments();
		}

	}

}
