package io.hybridge.connection;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.connection.KeptClimbs.KeptClimb;
import io.hybridge.exchange.ladder.LadderReading;
import io.hybridge.exchange.ladder.Rung;
import io.hybridge.exchange.ladder.RungReading;
import io.hybridge.exchange.ladder.RungReading.Evidence;
import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;

import static org.assertj.core.api.Assertions.assertThat;

class ServerViewTests {

	private static final ServerLink EX1 = new SshLink("ex1.fabrikam.com", "10.0.0.1", 22, "",
			new SshSignIn.Password(new Account("svc", "pass-1")), null);

	/** Before anybody compared a key nothing is broken, and nothing was pinned. */
	@ParameterizedTest
	@CsvSource({ "host-key-unknown, uncompared, attention, connection.not-compared",
			"host-key-changed, broken, broken, connection.not.HOST_KEY",
			"not-ssh, broken, broken, connection.not.HOST_KEY" })
	void saysOfAHostKeyOnlyWhatIsSo(String code, String state, String word, String rung) {
		ServerView view = view(new RungReading(Rung.HOST_KEY, RungReading.State.FAILED,
				List.of(new Evidence("host-key", "SHA256:abc")), "exchange." + code, ""));
		assertThat(view.state()).isEqualTo(state);
		assertThat(view.word()).isEqualTo(word);
		assertThat(view.isBroken()).isEqualTo(state.equals("broken"));
		assertThat(view.getFailed().key()).isEqualTo(rung);
	}

	private static ServerView view(RungReading reading) {
		Instant at = Instant.EPOCH;
		return ServerView.of(EX1,
				new KeptClimb(EX1.fqdn(), at, true, new LadderReading(at, List.of(reading), List.of())));
	}

}
