package io.hybridge.run.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeAnswer;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.organization.DomainName;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases.LostLease;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.change.ChangeAnswer;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.DisablePushProxy;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.examination.TargetState;
import io.hybridge.support.Faults;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The walk of one change: every way in, every way out. */
class ChangeExecutorTests extends ExecutionOnH2 {

	private static final String IDENTIFIER = "00112233445566778899aabbccddeeff";

	private static final Change CREATE = new CreateAuthCertificate("Exchange S2S OAuth", new DomainName("fabrikam.com"),
			IDENTIFIER);

	private static final Change ADD = new AddTenantKey(AuthCertificateRef.Present.of(StepFixture.AUTH),
			List.of(StepFixture.FOREIGN.sha256()));

	private static final Change ADD_NEW = new AddTenantKey(new AuthCertificateRef.ToBeMade(IDENTIFIER), List.of());

	private static final Change SET = new SetAuthServer(TargetState.AUTH_SERVER, null, StepFixture.URL);

	private static final String ELSEWHERE = "https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=contoso.com";

	private static final Progress NEXT = new Progress.Next();

	/** From when on Exchange's directory would show what was written. */
	private static final Duration SETTLED = Duration.ofMinutes(5);

	private static final RemoteFailure LOST = RemoteFailure.withPossibleEffect("EX1", "exchange.no-answer",
			"connection reset");

	private static final RemoteFailure REFUSED = RemoteFailure.withoutEffect("EX1", "exchange.refused",
			"Access denied");

	@Autowired
	ChangeExecutor executor;

	private StepRun run;

	private LeasedRun leased;

	@Test
	void sendsAChangeReadsItBackAndGoesOn() {
		plan(SET);
		assertThat(carryOut(true)).isEqualTo(NEXT);
		assertThat(this.sides.sent()).containsExactly(call(SET));
		assertThat(change().state()).isEqualTo(ChangeState.DONE);
		assertThat(change().evidence().found()).isEqualTo(StepFixture.URL);
		assertThat(told()).containsExactly("timeline.sent", "timeline.answered", "timeline.read-back");
		assertThat(recorded(this.run)).containsExactly("CHANGE ATTEMPTED", "CHANGE DONE");
	}

	@Test
	@Faults("F71")
	void sendsNothingOnceAnotherConsoleHoldsTheOrganizationAlthoughItWasIntended() {
		plan(ADD_NEW);
		this.sides.scene().store.add(StepFixture
			.stored(StepFixture.certificate("x", StepFixture.NOW.plus(StepFixture.days(1826)), IDENTIFIER), "x"));
		this.sides.whileLooking(() -> leased(this.run));
		assertThatExceptionOfType(LostLease.class).isThrownBy(() -> carryOut(true));
		assertThat(change().state()).isEqualTo(ChangeState.SENT);
		assertThat(this.sides.sent()).isEmpty();
	}

	/** It read the keys before, and slept meanwhile: Graph would take what comes late. */
	@Test
	@Faults("F71")
	void sendsNothingToTheTenantOnceAnotherConsoleHoldsTheOrganization() {
		plan(ADD);
		this.sides.beforeWrite(() -> leased(this.run));
		assertThatExceptionOfType(LostLease.class).isThrownBy(() -> carryOut(true));
		assertThat(this.sides.sent()).isEmpty();
	}

	@Test
	@Faults("F3")
	void looksForWhatWasSentWhenItsAnswerIsLost() {
		plan(SET);
		this.sides.next((call) -> {
			this.sides.takeEffect(call);
			throw LOST;
		});
		assertThat(carryOut(true)).isEqualTo(pause(RunState.UNKNOWN, 3));
		assertThat(change().state()).isEqualTo(ChangeState.UNKNOWN);
		assertThat(change().evidence().text()).isEqualTo("connection reset");
		this.clock.advance(Duration.ofSeconds(3));
		assertThat(carryOut(false)).isEqualTo(NEXT);
		assertThat(this.sides.sent()).hasSize(1);
		assertThat(told()).containsExactly("timeline.sent", "timeline.no-answer", "timeline.confirmed");
		assertThat(recorded(this.run)).containsExactly("CHANGE ATTEMPTED", "CHANGE UNKNOWN", "CHANGE DONE");
	}

	@Test
	void doesNothingBeforeTheNextLookIsDue() {
		plan(SET);
		lose();
		carryOut(true);
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(carryOut(false)).isEqualTo(pause(RunState.UNKNOWN, 1));
		assertThat(this.sides.looks()).isZero();
		assertThat(told()).containsExactly("timeline.sent", "timeline.no-answer");
	}

	@Test
	@Faults("F10")
	void looksLessAndLessOftenWhileNothingCanBeSeen() {
		plan(SET);
		lose();
		this.sides.seeNothing(REFUSED);
		List<Long> pauses = new ArrayList<>();
		for (int look = 0; look < 8; look++) {
			Progress.Pause pause = (Progress.Pause) carryOut(look == 0);
			pauses.add(Duration.between(this.clock.instant(), pause.until()).toSeconds());
			this.clock.set(pause.until());
		}
		assertThat(pauses).containsExactly(3L, 6L, 12L, 24L, 48L, 60L, 60L, 60L);
		assertThat(this.sides.sent()).as("never sent again without a look that proves it").hasSize(1);
		assertThat(told()).endsWith("timeline.look-failed");
		assertThat(recorded(this.run)).containsExactly("CHANGE ATTEMPTED", "CHANGE UNKNOWN");
		this.sides.seeAgain();
		this.sides.takeEffect(call(SET));
		assertThat(carryOut(false)).isEqualTo(NEXT);
	}

	@Test
	@Faults("F2")
	void sendsTheSameAgainOnlyOnceTheRemoteSideCanNoLongerBeAtIt() {
		plan(CREATE);
		lose();
		carryOut(true);
		this.clock.set(NOW.plus(SETTLED).minusSeconds(1));
		assertThat(carryOut(false)).isInstanceOf(Progress.Pause.class);
		assertThat(told()).endsWith("timeline.not-there-yet");
		assertThat(this.sides.sent()).hasSize(1);
		this.clock.set(change().nextAt());
		assertThat(carryOut(false)).isEqualTo(NEXT);
		assertThat(this.sides.sent()).containsExactly(call(CREATE), call(CREATE));
	}

	@Test
	@Faults("F5")
	void waitsUntilTheServerHasEndedWhatNobodyListensTo() {
		this.sides.endsAbandoned(Duration.ofMinutes(20));
		plan(CREATE);
		lose();
		carryOut(true);
		this.clock.set(change().attempts().deadlineAt().minusSeconds(1));
		assertThat(change().attempts().deadlineAt()).isAfter(NOW.plus(Duration.ofMinutes(20)));
		assertThat(carryOut(false)).isInstanceOf(Progress.Pause.class);
		this.clock.set(change().nextAt());
		assertThat(carryOut(false)).isEqualTo(NEXT);
		assertThat(this.sides.sent()).hasSize(2);
	}

	@Test
	@Faults("F5")
	void neverSendsAgainWhereNobodyEndsAScriptThatMayStillRun() {
		this.sides.endsAbandoned(null);
		plan(CREATE);
		lose();
		carryOut(true);
		this.clock.set(NOW.plus(SETTLED).minusSeconds(1));
		assertThat(carryOut(false)).isInstanceOf(Progress.Pause.class);
		this.clock.set(change().nextAt());
		assertThat(carryOut(false)).isEqualTo(new Progress.Stop(RunState.CONFLICT, CREATE));
		assertThat(told()).endsWith("timeline.may-still-run");
		assertThat(this.sides.sent()).hasSize(1);
	}

	@Test
	void leavesToAPersonWhatNothingTellsOfAndWhatMayStillRun() {
		this.sides.endsAbandoned(null);
		this.sides.hideProxy();
		plan(ENABLE);
		lose();
		carryOut(true);
		this.clock.set(change().nextAt());
		assertThat(carryOut(false)).isEqualTo(new Progress.Stop(RunState.CONFLICT, ENABLE));
		assertThat(told()).endsWith("timeline.may-still-run");
		assertThat(this.sides.sent()).hasSize(1);
	}

	@Test
	void sendsAgainWhatIsProvedToHaveEnded() {
		this.sides.endsAbandoned(null);
		plan(CREATE);
		fail(LOST.provedOver());
		carryOut(true);
		this.clock.set(NOW.plus(SETTLED));
		assertThat(carryOut(false)).isEqualTo(NEXT);
		assertThat(this.sides.sent()).hasSize(2);
	}

	@Test
	void givesUpAfterTheAttemptsThatAreSet() {
		plan(CREATE);
		List.of(1, 2, 3).forEach((attempt) -> lose());
		Progress progress = carryOut(true);
		while (progress instanceof Progress.Pause(RunState state, var until)) {
			assertThat(state).isEqualTo(RunState.UNKNOWN);
			this.clock.set(until);
			progress = carryOut(false);
		}
		assertThat(progress).isEqualTo(new Progress.Stop(RunState.NOT_DONE, CREATE));
		assertThat(this.sides.sent()).isEqualTo(Collections.nCopies(3, call(CREATE)));
		assertThat(told()).endsWith("timeline.still-before");
		assertThat(recorded(this.run)).as("each attempt ends")
			.containsExactly("CHANGE ATTEMPTED", "CHANGE UNKNOWN", "CHANGE NOT_DONE", "CHANGE ATTEMPTED",
					"CHANGE UNKNOWN", "CHANGE NOT_DONE", "CHANGE ATTEMPTED", "CHANGE UNKNOWN", "CHANGE NOT_DONE");
	}

	@Test
	void aChangeThatIsAcceptedAndNotVisibleYetIsWaitedForAndNeverSentAgain() {
		plan(SET);
		sendWithoutEffect();
		assertThat(carryOut(true)).isEqualTo(pause(RunState.RUNNING, 3));
		assertThat(told()).endsWith("timeline.waiting-to-show");
		this.clock.set(NOW.plus(SETTLED).minusSeconds(1));
		assertThat(carryOut(false)).isEqualTo(new Progress.Pause(RunState.RUNNING, change().nextAt()));
		this.sides.authServer(StepFixture.URL);
		this.clock.set(change().nextAt());
		assertThat(carryOut(false)).isEqualTo(NEXT);
		assertThat(this.sides.sent()).hasSize(1);
	}

	@Test
	@Faults("F45b")
	void aChangeThatIsAcceptedAndNeverShowsIsAsBeforeAndNoConflict() {
		plan(SET);
		sendWithoutEffect();
		carryOut(true);
		this.clock.set(NOW.plus(SETTLED));
		assertThat(carryOut(false)).isEqualTo(new Progress.Stop(RunState.NOT_DONE, SET));
		assertThat(told()).endsWith("timeline.never-showed");
		assertThat(this.sides.sent()).hasSize(1);
		assertThat(recorded(this.run)).containsExactly("CHANGE ATTEMPTED", "CHANGE UNKNOWN", "CHANGE NOT_DONE");
	}

	@Test
	void callsWhatIsOtherNoConflictBeforeEveryDomainControllerKnowsWhatWasWritten() {
		plan(SET);
		sendWithoutEffect();
		this.sides.authServer(ELSEWHERE);
		assertThat(carryOut(true)).as("another domain controller may show what was there earlier")
			.isEqualTo(pause(RunState.RUNNING, 3));
		assertThat(told()).endsWith("timeline.shows-other-yet");
		this.clock.set(NOW.plus(SETTLED).minusSeconds(1));
		assertThat(carryOut(false)).isInstanceOf(Progress.Pause.class);
		this.clock.set(change().nextAt());
		assertThat(carryOut(false)).isEqualTo(new Progress.Stop(RunState.CONFLICT, SET));
		assertThat(change().evidence().found()).isEqualTo(ELSEWHERE);
		assertThat(this.sides.sent()).hasSize(1);
	}

	@Test
	@Faults("F44")
	void callsKeysOfOthersThatAreGoneAConflictAtOnce() {
		plan(ADD);
		sendWithoutEffect();
		this.sides.scene().tenantKeys.remove(StepFixture.FOREIGN);
		assertThat(carryOut(true)).as("no older state lacks them").isEqualTo(new Progress.Stop(RunState.CONFLICT, ADD));
	}

	@Test
	void waitsBeforeItSendsUntilWhatAnEarlierChangeWroteShows() {
		plan(SET, ENABLE);
		assertThat(carryOut(true)).isEqualTo(NEXT);
		this.sides.proxy(true, "contoso.com");
		assertThat(this.executor.carryOut(this.leased, second(), false)).as("may be older than the first change")
			.isEqualTo(new Progress.Pause(RunState.RUNNING, NOW.plus(SETTLED)));
		assertThat(told()).endsWith("timeline.shows-other-yet");
		this.clock.set(NOW.plus(SETTLED));
		assertThat(this.executor.carryOut(this.leased, second(), false))
			.isEqualTo(new Progress.Stop(RunState.CONFLICT, ENABLE));
		assertThat(this.sides.sent()).hasSize(1);
	}

	@Test
	void waitsForNothingThatItsOwnRefusedSendingDidNotWrite() {
		plan(SET);
		fail(REFUSED.worthRetrying());
		carryOut(true);
		this.sides.authServer(ELSEWHERE);
		this.clock.set(change().nextAt());
		assertThat(carryOut(false)).isEqualTo(new Progress.Stop(RunState.CONFLICT, SET));
		assertThat(this.sides.sent()).hasSize(1);
	}

	@Test
	@Faults("F11")
	void findsWhatItWroteAfterAnotherDomainControllerShowedSomethingOlder() {
		plan(SET);
		sendWithoutEffect();
		this.sides.authServer(ELSEWHERE);
		carryOut(true);
		this.sides.authServer(StepFixture.URL);
		this.clock.set(change().nextAt());
		assertThat(carryOut(false)).isEqualTo(NEXT);
	}

	@Test
	@Faults("F43")
	void givesMicrosoft365LongerToShowWhatWasAnswered() {
		plan(ADD);
		sendWithoutEffect();
		carryOut(true);
		this.clock.set(NOW.plus(Duration.ofMinutes(10)).minusSeconds(1));
		assertThat(carryOut(false)).isInstanceOf(Progress.Pause.class);
		this.clock.set(change().nextAt());
		assertThat(carryOut(false)).isEqualTo(new Progress.Stop(RunState.NOT_DONE, ADD));
	}

	@Test
	void sendsAKeyAgainOnlyOnceTheTenantWouldShowIt() {
		plan(ADD);
		lose();
		carryOut(true);
		this.clock.set(NOW.plusSeconds(90));
		assertThat(carryOut(false)).as("past the call's deadline").isInstanceOf(Progress.Pause.class);
		this.clock.set(NOW.plus(Duration.ofMinutes(10)));
		assertThat(carryOut(false)).as("a console that slept may have sent it at the deadline")
			.isInstanceOf(Progress.Pause.class);
		this.clock.set(NOW.plus(Duration.ofMinutes(10)).plusSeconds(150));
		assertThat(carryOut(false)).isEqualTo(NEXT);
		assertThat(this.sides.sent()).containsExactly(call(ADD), call(ADD));
	}

	@Test
	void sendsNothingWhereSomethingElseIsThere() {
		plan(SET);
		this.sides.authServer(ELSEWHERE);
		assertThat(carryOut(false)).isEqualTo(new Progress.Stop(RunState.CONFLICT, SET));
		assertThat(this.sides.sent()).isEmpty();
		assertThat(change().evidence().found()).isEqualTo(ELSEWHERE);
		assertThat(told()).containsExactly("timeline.conflict");
	}

	@Test
	@Faults("F40")
	void waitsAsLongAsTheRemoteSideAsks() {
		plan(SET);
		fail(REFUSED.retryAfter(Duration.ofMinutes(5)));
		assertThat(carryOut(true)).isEqualTo(pause(RunState.RUNNING, 300));
		assertThat(change().state()).isEqualTo(ChangeState.WAITING);
		assertThat(told()).containsExactly("timeline.sent", "timeline.asked-to-wait");
		this.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
		assertThat(carryOut(false)).isEqualTo(pause(RunState.RUNNING, 1));
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(carryOut(false)).isEqualTo(NEXT);
		assertThat(this.sides.sent()).hasSize(2);
		assertThat(recorded(this.run)).containsExactly("CHANGE ATTEMPTED", "CHANGE NOT_DONE", "CHANGE ATTEMPTED",
				"CHANGE DONE");
	}

	@Test
	void takesARefusalForFinalAfterTheAttemptsThatAreSet() {
		plan(SET);
		List.of(1, 2, 3).forEach((attempt) -> fail(REFUSED.worthRetrying()));
		assertThat(carryOut(true)).isEqualTo(pause(RunState.RUNNING, 6));
		this.clock.set(change().nextAt());
		assertThat(carryOut(false)).isEqualTo(pause(RunState.RUNNING, 12));
		this.clock.set(change().nextAt());
		assertThat(carryOut(false)).isEqualTo(new Progress.Stop(RunState.NOT_DONE, SET));
		assertThat(this.sides.sent()).hasSize(3);
	}

	@Test
	void looksBeforeItSendsAgainAfterItWasAskedToWait() {
		plan(SET);
		fail(REFUSED.worthRetrying());
		carryOut(true);
		this.clock.set(change().nextAt());
		this.sides.authServer(StepFixture.URL);
		assertThat(carryOut(false)).isEqualTo(NEXT);
		assertThat(this.sides.sent()).hasSize(1);
		assertThat(made()).as("somebody else made it").isEmpty();
	}

	@Test
	void stopsAtARefusal() {
		plan(SET);
		fail(REFUSED);
		assertThat(carryOut(true)).isEqualTo(new Progress.Stop(RunState.NOT_DONE, SET));
		assertThat(this.sides.looks()).as("a refusal is proof enough").isZero();
		assertThat(change().evidence().text()).isEqualTo("Access denied");
		assertThat(told()).containsExactly("timeline.sent", "failure.exchange.refused");
		assertThat(recorded(this.run)).containsExactly("CHANGE ATTEMPTED", "CHANGE NOT_DONE");
	}

	/** Exchange cannot have the metadata of a former address, each time it is asked. */
	@Test
	@Faults("F7")
	void takesTheErrorOfACmdletForTheAnswerOnceTheSameServerShowsTheFormerValue() {
		plan(SET);
		fail(error("ex1.fabrikam.com"));
		assertThat(carryOut(true)).isEqualTo(new Progress.Stop(RunState.NOT_DONE, SET));
		assertThat(this.sides.sent()).hasSize(1);
		assertThat(told()).containsExactly("timeline.sent", "failure.exchange.script-failed", "timeline.refused");
		assertThat(change().evidence().text()).isEqualTo("Das geht nicht");
		assertThat(recorded(this.run)).containsExactly("CHANGE ATTEMPTED", "CHANGE UNKNOWN", "CHANGE NOT_DONE");
	}

	@Test
	void takesTheErrorOfACmdletForNoAnswerWhereAnotherServerShowsTheFormerValue() {
		plan(SET);
		fail(error("ex2.fabrikam.com"));
		assertThat(carryOut(true)).isEqualTo(pause(RunState.UNKNOWN, 3));
	}

	@Test
	@Faults("F7")
	void findsWhatACmdletMadeThoughItEndedInAnError() {
		plan(SET);
		this.sides.next((call) -> {
			this.sides.takeEffect(call);
			throw error("ex1.fabrikam.com");
		});
		assertThat(carryOut(true)).isEqualTo(pause(RunState.UNKNOWN, 3));
		this.clock.advance(Duration.ofSeconds(3));
		assertThat(carryOut(false)).isEqualTo(NEXT);
		assertThat(change().state()).isEqualTo(ChangeState.DONE);
	}

	private static RemoteFailure error(String server) {
		return RemoteFailure.withPossibleEffect(server, "exchange.script-failed", "Das geht nicht").refused();
	}

	@Test
	void leavesToOthersWhatTheyMadeBefore() {
		plan(SET);
		this.sides.authServer(StepFixture.URL);
		assertThat(carryOut(false)).isEqualTo(NEXT);
		assertThat(this.sides.sent()).isEmpty();
		assertThat(told()).containsExactly("timeline.already-there");
		assertThat(made()).isEmpty();
		assertThat(recorded(this.run)).containsExactly("CHANGE ALREADY_SO");
	}

	@Test
	void takesWhatItMadeForOurs() {
		plan(SET);
		carryOut(true);
		assertThat(made()).containsExactly(change().id());
		this.journal.markUndone(this.leased, made());
		assertThat(made()).isEmpty();
	}

	@Test
	void sendsTheKeyOfTheCertificateThatAnEarlierChangeMade() {
		plan(ADD_NEW);
		this.sides.takeEffect(call(CREATE));
		Certificate made = this.sides.scene().store.getLast().certificate();
		assertThat(carryOut(true)).isEqualTo(NEXT);
		assertThat(this.sides.sent()).containsExactly(new RemoteCall.AddKey(made, Optional.empty()));
	}

	@Test
	void stopsWhereTheCertificateOfAnEarlierChangeIsGone() {
		plan(ADD_NEW);
		assertThat(carryOut(true)).as("the next look may show it").isEqualTo(pause(RunState.RUNNING, 6));
		this.clock.set(change().nextAt());
		assertThat(carryOut(true)).isEqualTo(pause(RunState.RUNNING, 12));
		this.clock.set(change().nextAt());
		assertThat(carryOut(true)).isEqualTo(new Progress.Stop(RunState.NOT_DONE, ADD_NEW));
		assertThat(this.sides.sent()).isEmpty();
		assertThat(told()).endsWith("failure.exchange.certificate-not-found");
	}

	@Test
	void triesLaterWhereTheCertificateCannotBeLookedForNow() {
		plan(ADD_NEW);
		this.sides.seeNothing(RemoteFailure.withoutEffect("EX1", "exchange.unreachable", "").worthRetrying());
		assertThat(carryOut(true)).isEqualTo(pause(RunState.RUNNING, 6));
		this.sides.seeAgain();
		this.sides.takeEffect(call(CREATE));
		this.clock.set(change().nextAt());
		assertThat(carryOut(false)).isEqualTo(NEXT);
	}

	@Test
	void takesTheAnswerForTheReadBackWhereNothingCanBeRead() {
		this.sides.hideProxy();
		plan(ENABLE);
		sendWithoutEffect();
		assertThat(carryOut(true)).isEqualTo(NEXT);
		assertThat(told()).containsExactly("timeline.sent", "timeline.answered", "timeline.read-back");
		assertThat(made()).containsExactly(change().id());
	}

	@Test
	void sendsWhatNothingReadableTellsOfAgainOnceItCanNoLongerBeUnderWay() {
		this.sides.hideProxy();
		plan(ENABLE);
		lose();
		carryOut(true);
		this.clock.set(change().attempts().deadlineAt().minusSeconds(1));
		assertThat(carryOut(false)).isInstanceOf(Progress.Pause.class);
		assertThat(told()).endsWith("timeline.only-the-answer-tells");
		assertThat(this.sides.sent()).hasSize(1);
		this.clock.set(change().nextAt());
		answerThatNothingMoved();
		sendWithoutEffect();
		assertThat(carryOut(false)).isEqualTo(NEXT);
		assertThat(this.sides.sent()).containsExactly(call(ENABLE), call(ENABLE));
		assertThat(told()).endsWith("timeline.sent-again-changed-nothing");
		assertThat(made()).as("the lost sending made it, so it is ours").containsExactly(change().id());
		assertThat(recorded(this.run)).as("each attempt ends")
			.containsExactly("CHANGE ATTEMPTED", "CHANGE UNKNOWN", "CHANGE ATTEMPTED", "CHANGE DONE", "CHANGE DONE");
	}

	@Test
	void callsNothingNotDoneThatALostSendingMayHaveMadeThoughTheNextIsRefused() {
		this.sides.hideProxy();
		plan(ENABLE);
		lose();
		carryOut(true);
		fail(RemoteFailure.withoutEffect("ex1.fabrikam.com", "exchange.access-denied", "denied"));
		assertThat(untilItEnds()).isEqualTo(new Progress.Stop(RunState.CONFLICT, ENABLE));
	}

	@Test
	void leavesToOthersWhatItsAnswerSaysWasThereBefore() {
		this.sides.hideProxy();
		plan(ENABLE);
		answerThatNothingMoved();
		sendWithoutEffect();
		assertThat(carryOut(true)).isEqualTo(NEXT);
		assertThat(change().state()).isEqualTo(ChangeState.ALREADY_SO);
		assertThat(told()).endsWith("timeline.changed-nothing");
		assertThat(made()).isEmpty();
	}

	@Test
	void asksAPersonWhereEveryAnswerIsLostAndNothingTells() {
		this.sides.hideProxy();
		plan(ENABLE);
		List.of(1, 2, 3).forEach((attempt) -> lose());
		Progress progress = carryOut(true);
		while (progress instanceof Progress.Pause(RunState state, var until)) {
			this.clock.set(until);
			progress = carryOut(false);
		}
		assertThat(progress).isEqualTo(new Progress.Stop(RunState.CONFLICT, ENABLE));
		assertThat(this.sides.sent()).hasSize(3);
		assertThat(told()).endsWith("timeline.never-answered");
	}

	@Test
	void concludesNothingFromAnEarlierAnswerWhileTheNewestIsLost() {
		this.sides.hideProxy();
		plan(ENABLE, new DisablePushProxy(new DomainName("fabrikam.com")));
		carryOut(true);
		this.sides.hideProxy();
		lose();
		this.executor.carryOut(this.leased, second(), true);
		this.clock.set(second().nextAt());
		assertThat(this.executor.carryOut(this.leased, second(), false)).isInstanceOf(Progress.Pause.class);
		assertThat(told()).endsWith("timeline.only-the-answer-tells");
	}

	@Test
	void sendsWhatIsProvedAsBeforeNoMoreOnceItsRunWasAskedToStop() {
		plan(CREATE);
		lose();
		carryOut(true);
		askToStop(this.run);
		assertThat(untilItEnds()).as("a wish is no failure").isEqualTo(new Progress.Stop(RunState.STOPPED, CREATE));
		assertThat(this.sides.sent()).hasSize(1);
		assertThat(told()).endsWith("timeline.still-before");
		assertThat(recorded(this.run)).containsExactly("CHANGE ATTEMPTED", "CHANGE UNKNOWN", "CHANGE NOT_DONE");
	}

	@Test
	void sendsAgainWhatOnlyAnAnswerTellsOfThoughItsRunWasAskedToStop() {
		this.sides.hideProxy();
		plan(ENABLE);
		lose();
		carryOut(true);
		askToStop(this.run);
		answerThatNothingMoved();
		sendWithoutEffect();
		assertThat(untilItEnds()).as("what was sent is still resolved").isEqualTo(NEXT);
		assertThat(this.sides.sent()).hasSize(2);
	}

	private Progress untilItEnds() {
		Progress progress = carryOut(false);
		while (progress instanceof Progress.Pause(RunState state, var until)) {
			this.clock.set(until);
			progress = carryOut(false);
		}
		return progress;
	}

	private void answerThatNothingMoved() {
		this.sides.answer(new ExchangeAnswer.Field("Enabled", "True"),
				new ExchangeAnswer.Field("Organization", "fabrikam.com"),
				new ExchangeAnswer.Field("DirectoryServer", "dc1.fabrikam.com"),
				new ExchangeAnswer.Field("DirectoryChangedBefore", "2026-11-24T08:00:00.0000000Z"),
				new ExchangeAnswer.Field("DirectoryChangedAfter", "2026-11-24T08:00:00.0000000Z"));
	}

	/** A run that was interrupted goes the way of one that was not. */
	@ParameterizedTest(name = "{0} and {1} after {2} s: {3}, {4} sent")
	@CsvSource(textBlock = """
			WAITING,  WANTED,  0,   ALREADY_SO, 0
			WAITING,  FORMER,  0,   DONE,     1
			WAITING,  OTHER,   0,   CONFLICT, 0
			WAITING,  NOTHING, 0,   UNKNOWN,  1
			SENT,     WANTED,  0,   DONE,     0
			SENT,     FORMER,  0,   UNKNOWN,  0
			SENT,     FORMER,  299, UNKNOWN,  0
			SENT,     FORMER,  300, DONE,     1
			SENT,     OTHER,   0,   UNKNOWN,  0
			SENT,     OTHER,   300, CONFLICT, 0
			SENT,     NOTHING, 600, UNKNOWN,  0
			ANSWERED, WANTED,  0,   DONE,     0
			ANSWERED, FORMER,  0,   UNKNOWN,  0
			ANSWERED, FORMER,  299, UNKNOWN,  0
			ANSWERED, FORMER,  300, NOT_DONE, 0
			ANSWERED, OTHER,   0,   UNKNOWN,  0
			ANSWERED, OTHER,   300, CONFLICT, 0
			ANSWERED, NOTHING, 600, UNKNOWN,  0
			LOST,     WANTED,  3,   DONE,     0
			LOST,     FORMER,  3,   UNKNOWN,  0
			LOST,     FORMER,  300, DONE,     1
			LOST,     OTHER,   3,   UNKNOWN,  0
			LOST,     OTHER,   300, CONFLICT, 0
			LOST,     NOTHING, 600, UNKNOWN,  0
			DONE,     OTHER,   0,   DONE,     0
			ALREADY_SO, OTHER, 0,   ALREADY_SO, 0
			NOT_DONE, WANTED,  0,   NOT_DONE, 0
			CONFLICT, WANTED,  0,   CONFLICT, 0""")
	@Faults({ "F60", "F61", "F62", "F63" })
	void goesOnFromWhereverItWasInterrupted(String stands, String seen, int after, ChangeState ends, int sent) {
		plan(SET);
		bringTo(stands);
		show(seen);
		this.clock.advance(Duration.ofSeconds(after));
		Progress progress = carryOut(false);
		assertThat(change().state()).isEqualTo(ends);
		assertThat(this.sides.sent()).hasSize(sent);
		switch (ends) {
			case DONE, ALREADY_SO -> assertThat(progress).isEqualTo(NEXT);
			case NOT_DONE -> assertThat(progress).isEqualTo(new Progress.Stop(RunState.NOT_DONE, SET));
			case CONFLICT -> assertThat(progress).isEqualTo(new Progress.Stop(RunState.CONFLICT, SET));
			default -> assertThat(progress).isEqualTo(new Progress.Pause(
					change().answerMissing() ? RunState.UNKNOWN : RunState.RUNNING, change().nextAt()));
		}
	}

	private void bringTo(String stands) {
		if (stands.equals("WAITING")) {
			return;
		}
		JournaledChange intended = this.journal.intend(this.leased, change(), Duration.ofSeconds(60), Optional.empty());
		switch (stands) {
			case "SENT" -> assertThat(intended.state()).isEqualTo(ChangeState.SENT);
			case "ANSWERED" ->
				this.journal.answered(this.leased, intended, new ChangeAnswer("ex1.fabrikam.com", List.of(), "", "{}"));
			case "LOST" -> this.journal.unknown(this.leased, intended, Duration.ofSeconds(3),
					StoredMessage.of("timeline.no-answer", "EX1"), "");
			default -> this.journal.decide(this.leased, intended, ChangeState.valueOf(stands), "",
					StoredMessage.of("timeline.read-back", ""));
		}
	}

	private void show(String seen) {
		switch (seen) {
			case "WANTED" -> this.sides.authServer(StepFixture.URL);
			case "OTHER" -> this.sides.authServer(ELSEWHERE);
			case "NOTHING" -> this.sides.seeNothing(REFUSED);
			default -> this.sides.authServer(null);
		}
	}

	private void plan(Change... planned) {
		this.run = asked(RunKind.APPLY);
		this.leased = leased(this.run);
		this.transaction.executeWithoutResult((status) -> this.journal.open(this.run, List.of(planned)));
	}

	private Progress carryOut(boolean justLooked) {
		return this.executor.carryOut(this.leased, change(), justLooked);
	}

	private JournaledChange change() {
		return this.changes.of(this.run.id()).getFirst();
	}

	private JournaledChange second() {
		return this.changes.of(this.run.id()).getLast();
	}

	private List<Long> made() {
		return this.changes.madeIn(this.fabrikam, StepName.PUSH_PROXY).stream().map(JournaledChange::id).toList();
	}

	private List<String> told() {
		return this.timeline.of(this.run.id()).stream().map((line) -> line.text().key()).toList();
	}

	private void lose() {
		fail(LOST);
	}

	private void fail(RemoteFailure failure) {
		this.sides.next((call) -> {
			throw failure;
		});
	}

	private void sendWithoutEffect() {
		this.sides.next((call) -> {
		});
	}

	private Progress pause(RunState state, int seconds) {
		return new Progress.Pause(state, this.clock.instant().plusSeconds(seconds));
	}

	private static RemoteCall call(Change change) {
		return switch (change) {
			case AddTenantKey add -> new RemoteCall.AddKey(StepFixture.AUTH, Optional.empty());
			case CreateAuthCertificate made ->
				new RemoteCall.OnExchange(new ExchangeChange.CreateAuthCertificate(made.friendlyName(),
						made.domainName(), made.subjectKeyIdentifier()));
			case SetAuthServer set ->
				new RemoteCall.OnExchange(new ExchangeChange.SetAuthServer(set.name(), set.wantedUrl()));
			default -> new RemoteCall.OnExchange(new ExchangeChange.EnablePushProxy(new DomainName("fabrikam.com")));
		};
	}

}
