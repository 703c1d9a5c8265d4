package io.hybridge.exchange.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.powershell.StandIn;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.powershell.TransportContract;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class LocalProcessTransportTests extends TransportContract {

	private static final String SERVER = "ex1.fabrikam.com";

	@TempDir
	private Path folder;

	private StandIn standIn;

	private String program;

	@BeforeEach
	void begin() {
		this.standIn = new StandIn(this.folder);
		this.program = this.standIn.program().toString();
	}

	@AfterEach
	void end() {
		this.standIn.close();
	}

	@Override
	protected Transport transport() {
		return new LocalTransports(new LocalProperties(this.program, 2)).to(new LocalLink(SERVER));
	}

	@Override
	protected FarEnd farEnd() {
		return new Beside();
	}

	@Override
	protected String refusal() {
		return "exchange.program-not-started";
	}

	@Test
	void opensExchangeByItsOwnTicket() {
		transport().run(call("Get-HybridState", Map.of(), AMPLE));
		assertThat(this.standIn.sessions()).containsExactly("{\"server\":\"ex1.fabrikam.com\"}");
	}

	@Test
	void saysThatNothingHappenedWhereThereIsNoProgram() {
		this.program = this.folder.resolve("missing.exe").toString();
		RemoteFailure failure = failure(call("Set-AuthServer", Map.of(), AMPLE));
		assertThat(failure.code()).isEqualTo("exchange.program-not-started");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.evidence()).contains("missing.exe", "No such file").doesNotContain("EncodedCommand");
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

	/** More than a pipe holds, so that it is seen that the program never had it. */
	@Test
	@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
	void knowsThatAProgramThatNeverReadItsInputDidNothing() {
		this.standIn.does("deaf");
		RemoteFailure failure = failure(
				call("Set-AuthServer", Map.of("much", "x".repeat(1 << 20)), Duration.ofSeconds(2)));
		assertThat(failure.code()).isEqualTo("exchange.deadline-before-start");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
	}

	@Test
	@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
	void doesNotWaitForWhatAProgramLeavesBehind() {
		this.standIn.does("leaves");
		assertThat(transport().run(call("Get-HybridState", Map.of(), AMPLE)).json()).isEqualTo("{\"ok\":true}");
	}

	@Test
	void handsOnNoVariableOfTheConsole() {
		transport().run(call("Get-HybridState", Map.of(), AMPLE));
		assertThat(System.getenv()).as("the control").containsKey("JAVA_HOME");
		assertThat(this.standIn.surroundings())
			.allSatisfy((surrounding) -> assertThat(surrounding).contains("\"PATH\"").doesNotContain("JAVA_HOME"));
	}

	private final class Beside implements FarEnd {

		@Override
		public String server() {
			return SERVER;
		}

		@Override
		public void answers(String json) {
			LocalProcessTransportTests.this.standIn.answers(json);
		}

		@Override
		public void prints(String output, String errors) {
			LocalProcessTransportTests.this.standIn.prints(output, errors);
		}

		@Override
		public void hangs() {
			LocalProcessTransportTests.this.standIn.does("hangs");
		}

		@Override
		public boolean wasEnded(Duration longest) {
			return LocalProcessTransportTests.this.standIn.isEnded(longest);
		}

		@Override
		public void losesTheAnswerOf(String script) {
			LocalProcessTransportTests.this.standIn.does("dies");
		}

		@Override
		public void refuses(String script) {
			LocalProcessTransportTests.this.standIn.program().toFile().setExecutable(false, false);
		}

		@Override
		public List<String> arguments() {
			return LocalProcessTransportTests.this.standIn.arguments();
		}

	}

}
