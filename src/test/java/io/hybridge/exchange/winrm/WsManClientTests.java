package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.link.BasicLinks;
import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.PeerTrust;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.winrm.http.TestConversations;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The client where nobody listens any more. */
class WsManClientTests {

	private final CallProgress progress = new CallProgress("ex1.fabrikam.com", true, Duration.ofMinutes(1));

	@Test
	void saysThatAServerIsUnreachableWhileTheScriptCannotRun() throws IOException {
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.unreachable");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
	}

	@Test
	void saysThatTheConnectionIsLostOnceTheScriptMayRun() throws IOException {
		this.progress.lastPieceBegins();
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.connection-lost");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
	}

	private RemoteFailure failure() throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		WinRmLink link = BasicLinks.to("ex1.fabrikam.com", "127.0.0.1", port, "user", "password", "");
		WinRmLink trusting = new WinRmLink(link.fqdn(), link.address(), port, new Channel.Tls(new PeerTrust.Runtime()),
				link.signIn(), null);
		try (WsManClient client = new WsManClient(TestConversations.open().with(trusting),
				"https://ex1.fabrikam.com:5986/wsman")) {
			return catchThrowableOfType(RemoteFailure.class,
					() -> client.ask(new WsManRequest.Create(), Duration.ofSeconds(10), this.progress));
		}
	}

}
