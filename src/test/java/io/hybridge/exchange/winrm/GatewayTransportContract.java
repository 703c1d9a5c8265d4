package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.powershell.TransportContract;
import io.hybridge.exchange.winrm.SignInWorld.Acceptor;
import io.hybridge.exchange.winrm.http.TestConversations;
import io.hybridge.lab.Fault;
import io.hybridge.lab.exchange.winrm.RecordingServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sealed messages all the way: in front of the lab's server stands an acceptor that is
 * not ours, which opens what comes and seals what goes.
 */
abstract class GatewayTransportContract extends TransportContract {

	@TempDir
	private static Path folder;

	private static SignInWorld world;

	@TempDir
	private Path lab;

	private RecordingServer server;

	private Acceptor gateway;

	private WinRmTransports transports;

	@BeforeAll
	static void openWorld() throws Exception {
		world = SignInWorld.open(folder);
	}

	@AfterAll
	static void closeWorld() throws IOException {
		if (world != null) {
			world.close();
		}
	}

	@BeforeEach
	void open() throws IOException {
		this.transports = new WinRmTransports(TestConversations.open(folder.resolve("keys")));
		this.server = new RecordingServer(this.lab);
		Path authority = Files.writeString(this.lab.resolve("authority.pem"), this.server.pem());
		this.gateway = world.acceptor(
				Map.of("FORWARD_USER", RecordingServer.USER, "FORWARD_PASSWORD", RecordingServer.PASSWORD), "--forward",
				Integer.toString(this.server.port()), RecordingServer.NAME, authority.toString());
	}

	@AfterEach
	void close() {
		this.transports.close();
		this.gateway.close();
		this.server.close();
	}

	abstract WindowsSignIn signIn(SignInWorld realm);

	@Override
	protected Transport transport() {
		return this.transports.to(SignInWorld.link(this.gateway.port(), new Channel.SealedMessages(), signIn(world)));
	}

	@Override
	protected FarEnd farEnd() {
		return new Behind();
	}

	@Test
	void sealsWhateverItSaysAndSignsInOnce() {
		this.server.answers("{\"ok\":true}");
		transport().run(call("Set-AuthServer", Map.of("name", "x"), AMPLE));
		transport().run(call("Set-AuthServer", Map.of("name", "y"), AMPLE));
		assertThat(this.server.shells()).isOne();
		this.transports.close();
		assertThat(this.server.shells()).isZero();
		assertThat(this.gateway.linesWith("unsealed")).as("opened, two scripts, closed").hasSize(1 + 2 * 3 + 1);
		assertThat(this.gateway.linesWith("POST"))
			.allMatch((line) -> line.contains("multipart/encrypted") || line.contains(" body 0 "));
		assertThat(this.gateway.linesWith("signed in")).hasSize(1);
		assertThat(this.server.sessions()).allMatch((session) -> session.contains("canary-Pa55"));
		assertThat(String.join("\n", this.gateway.lines())).doesNotContain("canary");
	}

	private final class Behind implements FarEnd {

		@Override
		public String server() {
			return RecordingServer.NAME;
		}

		@Override
		public void answers(String json) {
			GatewayTransportContract.this.server.answers(json);
		}

		@Override
		public void prints(String output, String errors) {
			GatewayTransportContract.this.server.prints(output, errors);
		}

		@Override
		public void hangs() {
			GatewayTransportContract.this.server.hangs();
		}

		@Override
		public boolean wasEnded(Duration longest) throws InterruptedException {
			return GatewayTransportContract.this.server.interrupted.await(longest.toSeconds(), TimeUnit.SECONDS);
		}

		@Override
		public void losesTheAnswerOf(String script) {
			GatewayTransportContract.this.server.inject(script, Fault.LOSE_ANSWER);
		}

		@Override
		public void refuses(String script) {
			GatewayTransportContract.this.server.inject(script, Fault.REFUSE_ACCESS);
		}

		@Override
		public List<String> arguments() {
			return GatewayTransportContract.this.server.arguments();
		}

	}

}
