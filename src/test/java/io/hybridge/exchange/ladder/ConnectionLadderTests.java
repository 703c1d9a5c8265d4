package io.hybridge.exchange.ladder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;

import org.junit.jupiter.api.Test;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionLadderTests {

	private final ConnectionLadder ladder = new ConnectionLadder(null, null, Clock.systemUTC());

	@Test
	void saysThatNothingListensForSshWhereTheServerIsReachedOverSsh() throws IOException {
		assertThat(failure(new SshLink("ex1.fabrikam.com", "127.0.0.1", closed(), "",
				new SshSignIn.Password(new Account("petra", "password")), null)))
			.isEqualTo("exchange.ssh-unreachable");
	}

	private String failure(ServerLink link) {
		return this.ladder.climb(link, false)
			.rungs()
			.stream()
			.filter((reading) -> reading.rung() == Rung.PORT)
			.findFirst()
			.orElseThrow()
			.failure();
	}

	private static int closed() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
