package io.hybridge.run.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.execution.FakeExchange.Restart;
import io.hybridge.run.probe.ProbeState;
import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;

/** The restart and the probe of one server, one act at a time. */
class ProbeExecutorTests extends VerificationFixture {

	private static final String EX1 = "ex1.fabrikam.com";

	private static final RemoteFailure LOST = RemoteFailure.withPossibleEffect("EX1", "winrm.lost", "reset");

	private static final RemoteFailure REFUSED = RemoteFailure.withoutEffect("EX1", "winrm.access-denied", "401");

	@Autowired
	private ProbeExecutor probes;

	@BeforeEach
	void open() {
		this.journal.open(this.leased, List.of(EX1), 0);
	}

	@Test
	void restartsWaitsUntilItIsDueAndProbes() {
		assertThat(advance()).contains(NOW.plus(WAIT));
		assertThat(probe(0).state()).isEqualTo(ProbeState.COUNTING_DOWN);
		assertThat(this.exchange.sent).containsExactly("restart " + EX1);

		this.clock.advance(WAIT.minusMillis(1));
		assertThat(advance()).contains(NOW.plus(WAIT));
		assertThat(this.exchange.sent).as("it is not due yet").hasSize(1);

		this.clock.advance(Duration.ofMillis(1));
		assertThat(advance()).isEmpty();
		assertThat(probe(0).state()).isEqualTo(ProbeState.PROBED);
		assertThat(probe(0).outcome().succeeded()).isTrue();
		assertThat(this.exchange.sent).containsExactly("restart " + EX1, "probe " + EX1);
	}

	@Test
	void asksSinceWhenAServerCanKnowOnlyOfAProbeThatFailed() {
		advance();
		this.clock.advance(WAIT);
		advance();
		assertThat(probe(0).outcome().succeeded()).isTrue();
		assertThat(this.exchange.askedForEntry).isZero();
	}

	@Test
	void asksSinceWhenAServerCanKnowWhereItsProbeFailed() {
		this.exchange.resultType = "Failed";
		advance();
		this.clock.advance(WAIT);
		advance();
		assertThat(probe(0).outcome().succeeded()).isFalse();
		assertThat(this.exchange.askedForEntry).isOne();
	}

	@Test
	void waitsForNoDomainControllerWhereTheNetworkIsAtFault() {
		this.exchange.resultType = "Failed";
		this.exchange.error = "The remote name could not be resolved: 'outlook.office365.com'";
		advance();
		this.clock.advance(WAIT);
		advance();
		assertThat(probe(0).outcome().succeeded()).isFalse();
		assertThat(this.exchange.askedForEntry).isZero();
	}

	@Test
	void restartsNothingForAProbeThatTheServerDoesNotKnow() {
		this.exchange.knowsProbe = Optional.of(false);
		assertThat(advance()).isEmpty();
		assertThat(probe(0).state()).isEqualTo(ProbeState.NOT_REACHED);
		assertThat(probe(0).outcome().error()).isEqualTo("exchange.probe-missing");
		assertThat(this.exchange.sent).isEmpty();
	}

	@Test
	void restartsTheHealthManagerThatDoesNotRunWhateverItLists() {
		this.exchange.knowsProbe = Optional.of(false);
		this.exchange.running.clear();
		assertThat(advance()).contains(NOW.plus(WAIT));
	}

	@Test
	void letsTheProbeTellWhereTheAccountMayNotAskForIt() {
		this.exchange.knowsProbe = Optional.empty();
		assertThat(advance()).contains(NOW.plus(WAIT));
	}

	@Test
	void asksNothingOfAServerThatHasEnded() {
		advance();
		this.clock.advance(WAIT);
		advance();
		int sent = this.exchange.sent.size();
		assertThat(advance()).isEmpty();
		assertThat(this.exchange.sent).hasSize(sent);
	}

	@Test
	@Faults("F16")
	void looksForARestartWhoseAnswerIsLostAndSendsNoOther() {
		this.exchange.restarts.add(new Restart(true, LOST));
		assertThat(advance()).contains(NOW.plus(FIRST_LOOK));
		assertThat(probe(0).state()).isEqualTo(ProbeState.UNKNOWN);

		this.clock.advance(FIRST_LOOK);
		assertThat(advance()).as("the wait begins with the look").contains(this.clock.instant().plus(WAIT));
		assertThat(probe(0).state()).isEqualTo(ProbeState.COUNTING_DOWN);
		assertThat(this.exchange.sent).containsExactly("restart " + EX1);
		assertThat(recorded("HEALTH_MANAGER_RESTART")).containsExactly("ATTEMPTED", "UNKNOWN", "DONE");
	}

	@Test
	void repeatsARestartThatDidNotHappenOnlyAfterItsDeadline() {
		this.exchange.restarts.add(new Restart(false, LOST));
		advance();
		this.clock.advance(DEADLINE);
		assertThat(advance()).contains(this.clock.instant().plus(FIRST_LOOK));
		assertThat(this.exchange.sent).as("it may still happen").hasSize(1);

		this.clock.advance(Duration.ofMillis(1));
		advance();
		assertThat(probe(0).state()).isEqualTo(ProbeState.COUNTING_DOWN);
		assertThat(probe(0).restart().attempts()).isEqualTo(2);
		assertThat(this.exchange.sent).hasSize(2);
	}

	@Test
	void repeatsNoRestartThatMayStillBeUnderWay() {
		this.connections.endsAbandoned = Optional.empty();
		this.exchange.restarts.add(new Restart(false, LOST));
		advance();
		this.clock.advance(DEADLINE.plusMillis(1));
		assertThat(advance()).isEmpty();
		assertThat(probe(0).outcome().error()).isEqualTo("exchange.deadline-not-ended");
		assertThat(this.exchange.sent).hasSize(1);
	}

	@Test
	void repeatsARestartNoMoreOftenThanIsSet() {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			this.exchange.restarts.add(new Restart(false, LOST));
			advance();
			this.clock.advance(DEADLINE.plusMillis(1));
		}
		assertThat(advance()).isEmpty();
		assertThat(probe(0).state()).isEqualTo(ProbeState.NOT_REACHED);
		assertThat(probe(0).outcome().error()).isEqualTo("exchange.no-answer");
		assertThat(this.exchange.sent).hasSize(ATTEMPTS);
	}

	@Test
	@Faults("F16")
	void looksFirstAfterTheConsoleStoppedBetweenIntentAndAnswer() {
		this.journal.intend(this.leased, probe(0).id(), FakeExchange.STARTED);
		this.exchange.running.put(EX1, FakeExchange.STARTED.plusSeconds(1));
		assertThat(advance()).contains(NOW.plus(WAIT));
		assertThat(this.exchange.sent).as("it happened before the console stopped").isEmpty();
	}

	@Test
	void takesAServiceThatDidNotRunAndRunsNowForRestarted() {
		this.exchange.running.remove(EX1);
		this.exchange.restarts.add(new Restart(true, LOST));
		advance();
		assertThat(probe(0).restart().startedBefore()).isNull();
		advance();
		assertThat(probe(0).state()).isEqualTo(ProbeState.COUNTING_DOWN);
		assertThat(this.exchange.sent).hasSize(1);
	}

	@Test
	void waitsForAServiceThatDoesNotRunYet() {
		this.exchange.restarts.add(new Restart(false, LOST));
		advance();
		this.exchange.running.remove(EX1);
		assertThat(advance()).contains(NOW.plus(FIRST_LOOK));
		assertThat(probe(0).state()).isEqualTo(ProbeState.UNKNOWN);
		this.exchange.running.put(EX1, FakeExchange.STARTED.plusSeconds(90));
		advance();
		assertThat(probe(0).state()).isEqualTo(ProbeState.COUNTING_DOWN);
	}

	@Test
	void restartsNothingOnAServerThatCannotBeLookedAt() {
		this.exchange.hidden = REFUSED;
		assertThat(advance()).isEmpty();
		assertThat(probe(0).state()).isEqualTo(ProbeState.NOT_REACHED);
		assertThat(probe(0).outcome().error()).isEqualTo("winrm.access-denied");
		assertThat(this.exchange.sent).isEmpty();
	}

	@Test
	void doesNotRepeatARestartThatWasRefused() {
		this.exchange.restarts.add(new Restart(false, REFUSED));
		assertThat(advance()).isEmpty();
		assertThat(probe(0).state()).isEqualTo(ProbeState.NOT_REACHED);
		assertThat(recorded("HEALTH_MANAGER_RESTART")).containsExactly("ATTEMPTED", "UNKNOWN");
		assertThat(this.exchange.sent).hasSize(1);
	}

	@Test
	void looksAgainWhileALostAnswerCannotBeLookedForAndGivesUpInTheEnd() {
		this.exchange.restarts.add(new Restart(true, LOST));
		advance();
		this.exchange.hidden = REFUSED;
		this.clock.advance(SETTLE);
		assertThat(advance()).contains(this.clock.instant().plus(FIRST_LOOK));
		assertThat(probe(0).state()).isEqualTo(ProbeState.UNKNOWN);
		this.clock.advance(Duration.ofMillis(1));
		assertThat(advance()).isEmpty();
		assertThat(probe(0).state()).isEqualTo(ProbeState.NOT_REACHED);
	}

	@Test
	void doesNotKnowWhatAProbeWouldShowThatCannotBeAsked() {
		this.exchange.silent = REFUSED;
		advance();
		this.clock.advance(WAIT);
		assertThat(advance()).isEmpty();
		assertThat(probe(0).state()).isEqualTo(ProbeState.NOT_REACHED);
		assertThat(recorded("PROBE")).containsExactly("UNKNOWN");
	}

	@Test
	void endsWhereTheConnectionIsGoneBeforeTheRestart() {
		disconnect();
		assertThat(advance()).isEmpty();
		assertThat(probe(0).state()).isEqualTo(ProbeState.NOT_REACHED);
		assertThat(probe(0).outcome().error()).isEqualTo("exchange.no-connection");
	}

	@Test
	void endsWhereTheConnectionIsGoneBeforeTheProbe() {
		advance();
		disconnect();
		assertThat(advance()).as("nothing is asked before it is due").contains(NOW.plus(WAIT));
		this.clock.advance(WAIT);
		assertThat(advance()).isEmpty();
		assertThat(probe(0).state()).isEqualTo(ProbeState.NOT_REACHED);
		assertThat(recorded("PROBE")).containsExactly("UNKNOWN");
	}

	@Test
	void looksAgainWhereTheConnectionIsGoneAfterALostAnswer() {
		this.exchange.restarts.add(new Restart(true, LOST));
		advance();
		disconnect();
		assertThat(advance()).contains(NOW.plus(FIRST_LOOK));
		assertThat(probe(0).state()).isEqualTo(ProbeState.UNKNOWN);
	}

	private Optional<Instant> advance() {
		return this.probes.advance(this.leased, probe(0));
	}

}
