package io.hybridge.run.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.change.ChangeAnswer;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Plans;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.examination.StepState;
import io.hybridge.support.Faults;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RunExecutorTests extends ExecutionOnH2 {

	private static final NextWake ENDED = new NextWake.Ended();

	private static final NextWake LATER = new NextWake.At(NOW.plusSeconds(2));

	private static final RemoteFailure BUSY = RemoteFailure.withoutEffect("EX1", "exchange.busy", "")
		.retryAfter(Duration.ofMinutes(5));

	@Autowired
	RunExecutor executor;

	@Autowired
	ApplyEnd end;

	@Autowired
	List<LeasedExecutor> executors;

	@Autowired
	RunStart start;

	@Autowired
	CheckExecutor check;

	@Autowired
	Plans plans;

	@ParameterizedTest
	@EnumSource
	void hasExactlyOneExecutorForEachKindThatChanges(RunKind kind) {
		assertThat(this.executors.stream().filter((each) -> each.worksOn(kind))).hasSize(kind.changes() ? 1 : 0);
	}

	@ParameterizedTest
	@EnumSource
	@Faults("F64")
	void doesNothingForARunThatHasEnded(RunKind kind) {
		StepRun run = asked(kind);
		this.transaction.executeWithoutResult((status) -> now(run).end(RunState.NOT_DONE, NOW));
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(this.sides.asked()).isEmpty();
		assertThat(recorded(run)).isEmpty();
		assertThat(this.leases.take(this.fabrikam, asked(RunKind.APPLY).id())).hasValue(1);
	}

	@Test
	void comesAgainLaterWhileAnotherRunHoldsTheOrganization() {
		leased(asked(RunKind.UNDO));
		StepRun run = asked(RunKind.APPLY);
		assertThat(this.executor.execute(run.id())).isEqualTo(LATER);
		assertThat(now(run).state()).isEqualTo(RunState.QUEUED);
		assertThat(this.sides.asked()).isEmpty();
	}

	@Test
	void checksWhileAnotherRunHoldsTheOrganization() {
		leased(asked(RunKind.APPLY));
		StepRun check = asked(RunKind.CHECK);
		assertThat(this.executor.execute(check.id())).isEqualTo(ENDED);
		assertThat(now(check).state().ended()).isTrue();
		assertThat(this.sides.sent()).isEmpty();
	}

	/** What was read over the old connection is no plan for what is reached now. */
	@Test
	void takesNothingOfALookWhoseConnectionWasChangedMeanwhile() {
		oauthInEffect();
		StepRun check = asked(RunKind.CHECK);
		this.sides.whileLooking(() -> this.events.publishEvent(new ServerLinks.LeadElsewhere(this.fabrikam)));
		assertThat(this.executor.execute(check.id())).isEqualTo(new NextWake.At(this.clock.instant()));
		assertThat(now(check).state()).isEqualTo(RunState.RUNNING);
		assertThat(this.plans.madeBy(check.id())).isEmpty();
		assertThat(recorded(check)).isEmpty();
		assertThat(this.executor.execute(check.id())).isEqualTo(ENDED);
		assertThat(this.plans.madeBy(check.id())).as("of what is seen over the new one").isPresent();
		assertThat(recorded(check)).containsExactly("CHECK DONE", "PLAN DONE");
	}

	@ParameterizedTest
	@EnumSource(names = { "CHECK", "CHECK_UNDO", "VERIFY" })
	void endsWithNothingSeenWhereTheLabOfItsOrganizationIsOff(RunKind kind) {
		RemoteFailure off = RemoteFailure.withoutEffect("Microsoft 365", "microsoft365.no-cloud", "");
		this.sides.switchOff(off);
		this.sides.seeNothing(off);
		StepRun run = asked(kind);
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state().ended()).isTrue();
		assertThat(status().state()).isEqualTo(StepState.UNSEEN);
		assertThat(this.leases.take(this.fabrikam, asked(RunKind.APPLY).id())).as("the organization is free")
			.isPresent();
	}

	@Test
	void appliesNothingWhereTheLabOfItsOrganizationIsOff() {
		StepRun run = planned();
		this.sides.switchOff(RemoteFailure.withoutEffect("Microsoft 365", "microsoft365.no-cloud", ""));
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.UNCHECKED);
		assertThat(this.sides.sent()).isEmpty();
	}

	@Test
	void beginsUnderALeaseAndTellsWhenItGoesOn() {
		StepRun run = asked(RunKind.VERIFY);
		List<LeasedRun> seen = new ArrayList<>();
		NextWake wake = working((leased) -> {
			seen.add(leased);
			assertThat(now(run).state()).isEqualTo(RunState.RUNNING);
			assertThat(status().state()).isEqualTo(StepState.RUNNING);
			return new NextWake.At(NOW.plus(Duration.ofMinutes(2)));
		}).execute(run.id());
		assertThat(wake).isEqualTo(new NextWake.At(NOW.plus(Duration.ofMinutes(2))));
		assertThat(seen).containsExactly(new LeasedRun(run.request(), 1));
	}

	@Test
	void staysUnknownWhenItGoesOnUntilItKnows() {
		StepRun run = asked(RunKind.APPLY);
		this.transaction.executeWithoutResult((status) -> now(run).pause(RunState.UNKNOWN, NOW));
		working((leased) -> {
			assertThat(now(run).state()).isEqualTo(RunState.UNKNOWN);
			return ENDED;
		}).execute(run.id());
	}

	@Test
	@Faults("F71")
	void writesNothingMoreOnceItsLeaseIsLost() {
		StepRun run = planned();
		this.sides.next((call) -> leased(run));
		assertThat(this.executor.execute(run.id())).isEqualTo(LATER);
		JournaledChange change = this.changes.of(run.id()).getFirst();
		assertThat(change.state()).isEqualTo(ChangeState.SENT);
		assertThat(change.answerMissing()).isTrue();
		assertThat(now(run).state()).isEqualTo(RunState.RUNNING);
		assertThat(recorded(run)).containsExactly("CHANGE ATTEMPTED");
	}

	@Test
	void goesOnAfterItsLeaseWasLostAndSendsOnlyOnceNothingCanBeUnderWay() {
		StepRun run = planned();
		this.sides.next((call) -> {
			this.sides.takeEffect(call);
			leased(run);
		});
		this.executor.execute(run.id());
		while (this.executor.execute(run.id()) instanceof NextWake.At(Instant at)) {
			assertThat(this.sides.sent()).as("no record is left, so only a second answer can tell").hasSize(1);
			this.clock.set(at);
		}
		assertThat(this.sides.sent()).hasSize(2);
		assertThat(now(run).state()).isEqualTo(RunState.DONE);
	}

	@Test
	void carriesAPlanOut() {
		StepRun run = planned();
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.DONE);
		assertThat(this.sides.sent()).hasSize(1);
		assertThat(recorded(run)).startsWith("CHANGE ATTEMPTED", "CHANGE DONE").endsWith("RUN DONE");
	}

	@Test
	@Faults("F68")
	void carriesNoPlanOutThatNoLongerFits() {
		StepRun run = planned();
		this.sides.proxy(false, "old.example");
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.STALE);
		assertThat(this.sides.sent()).isEmpty();
		assertThat(recorded(run)).endsWith("RUN REFUSED");
	}

	@Test
	void looksForWhatItBeganHoweverTheOrganizationChangedMeanwhile() {
		StepRun run = planned();
		LeasedRun killed = leased(run);
		this.journal.answered(killed, this.journal.intend(killed, this.changes.of(run.id()).getFirst(),
				Duration.ofSeconds(60), Optional.empty()), new ChangeAnswer("ex1.fabrikam.com", List.of(), "", "{}"));
		this.sides.proxy(true, "contoso.com");
		assertThat(this.executor.execute(run.id())).as("may be older than what was written").isNotEqualTo(ENDED);
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).as("touched, so never stale").isEqualTo(RunState.CONFLICT);
		assertThat(status().reason()).isEqualTo(StoredMessage.of("step.stopped.conflict", "OnPrem-Proxy"));
	}

	/** Poison: each time it is begun, the console crashes or cannot write. */
	@Test
	@Faults("F65")
	void givesAChangeUpThatWasBrokenOffFiveTimesAndLeavesItToAPerson() {
		StepRun run = planned();
		LeasedRun killed = leased(run);
		this.journal.intend(killed, this.changes.of(run.id()).getFirst(), Duration.ofSeconds(60), Optional.empty());
		for (int crash = 0; crash < 5; crash++) {
			this.start.begin(run.request());
			assertThat(now(run).worn()).isFalse();
		}
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.CONFLICT);
		assertThat(this.sides.sent()).as("never sent blindly").isEmpty();
		assertThat(this.timeline.of(run.id()).getLast().text().key()).isEqualTo("timeline.given-up");
		assertThat(recorded(run)).endsWith("CHANGE CONFLICT", "RUN CONFLICT");
		assertThat(this.leases.take(this.fabrikam, asked(RunKind.CHECK).id())).as("the organization is free")
			.isPresent();
	}

	@Test
	@Faults("F65")
	void leavesUnsentWhatWasBrokenOffFiveTimesBefore() {
		StepRun run = planned();
		for (int crash = 0; crash < 5; crash++) {
			this.start.begin(run.request());
		}
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.NOT_DONE);
		assertThat(this.sides.sent()).isEmpty();
	}

	@Test
	void aRestForgetsHowOftenARunWasBrokenOff() {
		StepRun run = planned();
		this.sides.next((call) -> {
			throw BUSY;
		});
		for (int crash = 0; crash < 4; crash++) {
			this.start.begin(run.request());
		}
		assertThat(this.executor.execute(run.id())).isEqualTo(new NextWake.At(NOW.plus(Duration.ofMinutes(5))));
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.DONE);
	}

	/**
	 * The state that rests after an undo is the one that a look at the same world gives.
	 */
	@Test
	void restsAfterAnUndoAsALookWouldSay() {
		this.executor.execute(planned().id());
		this.sides.proxy(false, "");
		this.executor.execute(planned(RunKind.CHECK).id());
		this.executor.execute(planned(RunKind.CHECK_UNDO).id());
		StepState rests = status().state();
		this.executor.execute(asked(RunKind.CHECK).id());
		assertThat(status().state()).isEqualTo(rests);
	}

	@Test
	void takesBackWhatItMade() {
		this.executor.execute(planned().id());
		StepRun undo = planned(RunKind.CHECK_UNDO);
		assertThat(undo.kind()).isEqualTo(RunKind.UNDO);
		assertThat(this.changes.madeIn(this.fabrikam, StepName.PUSH_PROXY)).hasSize(1);
		assertThat(this.executor.execute(undo.id())).isEqualTo(ENDED);
		assertThat(now(undo).state()).isEqualTo(RunState.DONE);
		assertThat(this.sides.sent()).last()
			.isEqualTo(new RemoteCall.OnExchange(new ExchangeChange.DisablePushProxy()));
		assertThat(this.changes.madeIn(this.fabrikam, StepName.PUSH_PROXY)).as("nothing is ours any more").isEmpty();
	}

	@Test
	void givesItsThreadBackWhileItIsAskedToWaitAndHoldsTheOrganization() {
		StepRun run = planned();
		this.sides.next((call) -> {
			throw BUSY;
		});
		NextWake wake = this.executor.execute(run.id());
		assertThat(wake).isEqualTo(new NextWake.At(NOW.plus(Duration.ofMinutes(5))));
		assertThat(this.executor.execute(asked(RunKind.VERIFY).id())).isEqualTo(LATER);
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.DONE);
	}

	@Test
	void sendsNothingOnceItWasAskedToStop() {
		StepRun run = planned();
		askToStop(run);
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.STOPPED);
		assertThat(this.sides.sent()).isEmpty();
		assertThat(change(run).state()).as("never sent").isEqualTo(ChangeState.WAITING);
		assertThat(recorded(run)).containsExactly("RUN STOPPED");
	}

	@Test
	void sendsAPostponedChangeNoMoreOnceItWasAskedToStop() {
		StepRun run = planned();
		this.sides.next((call) -> {
			throw BUSY;
		});
		this.executor.execute(run.id());
		askToStop(run);
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.STOPPED);
		assertThat(this.sides.sent()).hasSize(1);
		assertThat(change(run).state()).as("proved when it was postponed").isEqualTo(ChangeState.NOT_DONE);
		assertThat(change(run).nextAt()).as("there is no next try").isNull();
		assertThat(this.timeline.of(run.id())).last()
			.extracting((line) -> line.text().key())
			.isEqualTo("timeline.not-sent-again");
		assertThat(recorded(run)).containsExactly("CHANGE ATTEMPTED", "CHANGE NOT_DONE", "RUN STOPPED");
	}

	@Test
	void sendsNothingAgainThatWasAskedToStopWhileItWasSent() {
		StepRun run = planned();
		this.sides.next((call) -> {
			askToStop(run);
			throw BUSY;
		});
		assertThat(this.executor.execute(run.id())).as("it need not wait for what it does not send").isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.STOPPED);
		assertThat(this.sides.sent()).hasSize(1);
	}

	@Test
	void leavesAChangeOnlyTogetherWithItsRun() {
		StepRun run = planned();
		this.sides.next((call) -> {
			throw BUSY;
		});
		this.executor.execute(run.id());
		LeasedRun leased = leased(run);
		Plan plan = this.plans.find(run.planId()).orElseThrow();
		this.transaction.executeWithoutResult((status) -> now(run).end(RunState.NOT_DONE, NOW));
		assertThatIllegalStateException()
			.isThrownBy(() -> this.end.stopped(leased, plan, RunState.STOPPED, change(run).change()));
		assertThat(change(run).state()).as("who goes on must not take it for refused").isEqualTo(ChangeState.WAITING);
	}

	@Test
	void stopsOnRequestThoughItWasInterruptedBeforeItEnded() {
		StepRun run = planned();
		LeasedRun killed = leased(run);
		JournaledChange lost = this.journal.intend(killed, change(run), Duration.ofSeconds(60), Optional.empty());
		askToStop(run);
		this.journal.putBack(killed, lost, "");
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.STOPPED);
		assertThat(change(run).state()).isEqualTo(ChangeState.NOT_DONE);
		assertThat(this.sides.sent()).isEmpty();
	}

	@Test
	void recordsHowManyChangesWerePlannedAndMadeWhereItStopped() {
		oauthInEffect();
		StepRun run = begun(PlanKind.APPLY, List.of());
		decideFirst(run, ChangeState.DONE);
		askToStop(run);
		this.executor.execute(run.id());
		assertThat(this.jdbc.sql("select parameters from audit_entry where outcome = 'STOPPED' and run_id = ?")
			.param(run.id())
			.query(String.class)
			.single()).contains("\"changes\":\"2\"", "\"made\":\"1\"");
	}

	@ParameterizedTest
	@EnumSource(names = { "DONE", "ALREADY_SO" })
	void saysWhoChangedAStepThoughItsRunStoppedAtALaterChange(ChangeState first) {
		oauthInEffect();
		StepRun run = begun(PlanKind.APPLY, List.of());
		decideFirst(run, first);
		askToStop(run);
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.STOPPED);
		assertThat(status().changedBy()).isEqualTo((first == ChangeState.DONE) ? "Petra Kern" : null);
		assertThat(status().changedAt()).isEqualTo((first == ChangeState.DONE) ? NOW : null);
	}

	@Test
	void saysOfNobodyThatHeChangedWhatOthersHadMade() {
		StepRun run = planned();
		decideFirst(run, ChangeState.ALREADY_SO);
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).isEqualTo(RunState.DONE);
		assertThat(status().changedAt()).isNull();
	}

	@Test
	void remembersWhatWasTakenBackBeforeItStopped() {
		oauthInEffect();
		StepRun made = begun(PlanKind.APPLY, List.of());
		this.changes.of(made.id()).forEach((change) -> decide(made, change, ChangeState.DONE));
		this.transaction.executeWithoutResult((status) -> now(made).end(RunState.DONE, NOW));
		List<Long> ids = this.changes.of(made.id()).stream().map(JournaledChange::id).toList();
		StepRun undo = begun(PlanKind.UNDO, ids.reversed());
		decideFirst(undo, ChangeState.DONE);
		askToStop(undo);
		assertThat(this.executor.execute(undo.id())).isEqualTo(ENDED);
		assertThat(now(undo).state()).isEqualTo(RunState.STOPPED);
		assertThat(this.changes.madeIn(this.fabrikam, StepName.PUSH_PROXY)).extracting(JournaledChange::id)
			.as("what was not sent is still ours")
			.containsExactly(ids.getFirst());
	}

	@Test
	void findsWhatWasMadeAfterItWasAskedToStop() {
		StepRun run = planned();
		this.sides.next((call) -> {
			this.sides.takeEffect(call);
			askToStop(run);
		});
		assertThat(this.executor.execute(run.id())).isEqualTo(ENDED);
		assertThat(now(run).state()).as("nothing was left to be stopped").isEqualTo(RunState.DONE);
	}

	/** A run that carries out the plan that a check made of the scene. */
	private StepRun planned() {
		oauthInEffect();
		return planned(RunKind.CHECK);
	}

	private StepRun planned(RunKind kind) {
		StepRun check = asked(kind);
		this.executor.execute(check.id());
		Plan plan = this.plans.madeBy(check.id()).orElseThrow();
		return this.transaction.execute((status) -> {
			StepRun run = this.runs.save(new StepRun(this.fabrikam, plan.step(), plan.kind().run(), check.actor(), NOW)
				.applying(plan.id(), null));
			this.journal.open(run, plan.content().changes());
			return run;
		});
	}

	/** A run of two changes. */
	private StepRun begun(PlanKind kind, List<Long> undoes) {
		StepRun check = asked(RunKind.CHECK);
		List<Change> two = List.of(ENABLE, ENABLE);
		this.plans.keep(check, kind, new Plan.Content(two, undoes, List.of(), List.of(), false), NOW);
		this.transaction.executeWithoutResult((status) -> now(check).end(RunState.PLANNED, NOW));
		return this.transaction.execute((status) -> {
			StepRun run = this.runs.save(new StepRun(this.fabrikam, StepName.PUSH_PROXY, kind.run(), check.actor(), NOW)
				.applying(this.plans.madeBy(check.id()).orElseThrow().id(), null));
			this.journal.open(run, two);
			return run;
		});
	}

	private void decideFirst(StepRun run, ChangeState state) {
		decide(run, change(run), state);
	}

	private void decide(StepRun run, JournaledChange change, ChangeState state) {
		LeasedRun leased = leased(run);
		this.journal.decide(leased, this.journal.intend(leased, change, Duration.ofSeconds(60), Optional.empty()),
				state, "fabrikam.com", StoredMessage.of("timeline.read-back", "fabrikam.com"));
	}

	private JournaledChange change(StepRun run) {
		return this.changes.of(run.id()).getFirst();
	}

	private void oauthInEffect() {
		this.sides.scene().authServers
			.add(new AuthServer("MicrosoftSts", "MicrosoftACS", true, StepFixture.URL, "", ""));
		this.sides.scene().tenantKeys.add(StepFixture.AUTH);
	}

	private RunExecutor working(Function<LeasedRun, NextWake> work) {
		LeasedExecutor executor = new LeasedExecutor() {

			@Override
			public boolean worksOn(RunKind kind) {
				return kind.changes();
			}

			@Override
			public NextWake execute(LeasedRun leased) {
				return work.apply(leased);
			}

		};
		return new RunExecutor(this.start, this.check, this.leases, List.of(executor), this.clock);
	}

}
