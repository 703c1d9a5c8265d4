package io.hybridge.run.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.hybridge.organization.DomainName;
import io.hybridge.run.BuiltStates.Overtaken;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases.LostLease;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.plan.Inspection;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Planner;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.run.probe.ProbeVerdict;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.DisablePushProxy;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How runs pause and end: the run, its step, the audit log and the new plan. */
class RunCompletionTests extends ExecutionOnH2 {

	private static final NextWake ENDED = new NextWake.Ended();

	private static final Instant LATER = NOW.plus(Duration.ofMinutes(5));

	private static final Change OTHER = new DisablePushProxy(new DomainName("fabrikam.com"));

	@Autowired
	RunCompletion completion;

	@Autowired
	RunStart start;

	@Autowired
	Plans plans;

	@Autowired
	Snapshots snapshots;

	private StepRun run;

	private LeasedRun leased;

	@BeforeEach
	void begin() {
		begin(RunKind.APPLY);
	}

	@Test
	void endsACheckThatFoundSomethingToDoWithAPlan() {
		StepRun check = begun(RunKind.CHECK);
		assertThat(checked(check, PlanKind.APPLY, FindingLevel.DIFFERS, ENABLE)).isEqualTo(ENDED);
		assertThat(now(check).state()).isEqualTo(RunState.PLANNED);
		assertThat(now(check).endedAt()).isEqualTo(NOW);
		Plan plan = this.plans.madeBy(check.id()).orElseThrow();
		assertThat(plan.content().changes()).containsExactly(ENABLE);
		assertThat(plan.validUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
		assertThat(recorded(check)).containsExactly("CHECK DONE", "PLAN DONE");
	}

	@Test
	void endsACheckThatFoundNothingToDoAsWanted() {
		end();
		StepRun check = begun(RunKind.CHECK);
		assertThat(checked(check, PlanKind.APPLY, FindingLevel.MEETS)).isEqualTo(ENDED);
		assertThat(now(check).state()).isEqualTo(RunState.AS_WANTED);
		assertThat(this.plans.madeBy(check.id())).isEmpty();
		assertThat(recorded(check)).containsExactly("CHECK DONE");
		assertThat(this.snapshots.newest(this.fabrikam, StepName.PUSH_PROXY).orElseThrow().runId())
			.isEqualTo(check.id());
	}

	@ParameterizedTest
	@CsvSource({ "BLOCKS,BLOCKED,NEEDS_ATTENTION", "UNKNOWN,UNCHECKED,UNKNOWN", "CHOOSE,CHOICE,DONE",
			"BROKEN,BLOCKED,NEEDS_ATTENTION" })
	void endsACheckByWhatItFound(FindingLevel level, RunState end, String recorded) {
		StepRun check = begun(RunKind.CHECK);
		checked(check, PlanKind.APPLY, level);
		assertThat(now(check).state()).isEqualTo(end);
		assertThat(this.plans.madeBy(check.id())).isEmpty();
		assertThat(recorded(check)).containsExactly("CHECK " + recorded);
	}

	@Test
	void saysThatNothingIsLeftToTakeBack() {
		StepRun check = begun(RunKind.CHECK_UNDO);
		checked(check, PlanKind.UNDO, FindingLevel.MEETS);
		assertThat(now(check).state()).isEqualTo(RunState.NOTHING_TO_UNDO);
	}

	@Test
	void saysThatWhatIsThereStaysWhereAPersonKeptIt() {
		StepRun check = keeping();
		checked(check, PlanKind.APPLY, FindingLevel.DIFFERS, ENABLE);
		assertThat(now(check).state()).isEqualTo(RunState.KEPT);
		assertThat(now(check).state().smooth()).isTrue();
		assertThat(this.plans.discarded(this.plans.madeBy(check.id()).orElseThrow())).isTrue();
		assertThat(recorded(check)).containsExactly("CHECK DONE", "PLAN DONE", "PLAN DONE");
	}

	@ParameterizedTest
	@CsvSource({ "MEETS,AS_WANTED", "BLOCKS,BLOCKED", "UNKNOWN,UNCHECKED", "CHOOSE,CHOICE" })
	void saysWhatItFoundWhereNoPlanHadToBePutAside(FindingLevel level, RunState end) {
		StepRun check = keeping();
		checked(check, PlanKind.APPLY, level);
		assertThat(now(check).state()).isEqualTo(end);
	}

	/** What the step needs says nothing of what is left of ours. */
	@ParameterizedTest
	@EnumSource(FindingLevel.class)
	void endsACheckOfWhatCanBeTakenBackByWhatIsLeft(FindingLevel level) {
		for (List<Change> wanted : List.of(List.<Change>of(), List.of(ENABLE))) {
			Examination examination = inspection(level, wanted.toArray(Change[]::new)).examination();
			assertThat(leftToTakeBack(examination, false)).as("%s to be changed", wanted.size())
				.isEqualTo(RunState.NOTHING_TO_UNDO);
			assertThat(leftToTakeBack(examination, true)).as("%s to be changed, and nobody can tell", wanted.size())
				.isEqualTo(RunState.UNCHECKED);
		}
	}

	@Test
	void saysThatSigningInComesBeforeTakingBack() {
		Finding signIn = new Finding("SIGN-IN-NEEDED", "Microsoft 365", null, StoredMessage.of("x"),
				FindingLevel.UNKNOWN, List.of(), null, List.of());
		assertThat(leftToTakeBack(Examination.of(List.of(signIn)), true)).isEqualTo(RunState.BLOCKED);
		assertThat(leftToTakeBack(Examination.of(List.of(signIn)), false)).as("nothing of ours is in the tenant")
			.isEqualTo(RunState.NOTHING_TO_UNDO);
	}

	private RunState leftToTakeBack(Examination examination, boolean untold) {
		StepRun check = begun(RunKind.CHECK_UNDO);
		this.completion.checked(check.request(), PlanKind.UNDO, new Inspection(Observation.none(NOW),
				new Planner.Planned(examination, Optional.empty(), untold), this.built.beginLook(this.fabrikam)));
		return now(check).state();
	}

	@Test
	void callsNothingChangedThatItCouldNotLookAt() {
		this.completion.unchecked(this.leased, 1, inspection(FindingLevel.UNKNOWN));
		assertThat(now(this.run).state()).isEqualTo(RunState.UNCHECKED);
		assertThat(status().state()).isEqualTo(StepState.UNSEEN);
		assertThat(status().runningRun()).isNull();
		assertThat(recorded(this.run)).containsExactly("CHECK UNKNOWN", "RUN UNCHECKED");
	}

	@Test
	void keepsThePlanOfAnUndoForWhatItIs() {
		StepRun check = begun(RunKind.CHECK_UNDO);
		checked(check, PlanKind.UNDO, FindingLevel.MEETS, OTHER);
		assertThat(this.plans.madeBy(check.id()).orElseThrow().kind()).isEqualTo(PlanKind.UNDO);
	}

	@Test
	void saysThatItIsUnknownUntilTheNextLook() {
		assertThat(this.completion.pause(this.leased, RunState.UNKNOWN, LATER)).isEqualTo(new NextWake.At(LATER));
		assertThat(now(this.run).state()).isEqualTo(RunState.UNKNOWN);
		assertThat(now(this.run).nextAt()).isEqualTo(LATER);
		assertThat(status().state()).isEqualTo(StepState.UNKNOWN);
		assertThat(status().reason()).isEqualTo(StoredMessage.of("step.unknown", LATER));
		assertThat(status().runningRun()).isEqualTo(this.run.id());
	}

	@Test
	void runsThroughAPauseInWhichNothingIsUnknown() {
		assertThat(this.completion.pause(this.leased, RunState.RUNNING, LATER)).isEqualTo(new NextWake.At(LATER));
		assertThat(now(this.run).state()).isEqualTo(RunState.RUNNING);
		assertThat(status().state()).isEqualTo(StepState.RUNNING);
	}

	@Test
	void runsThroughAPauseOnceWhatWasUnknownIsKnown() {
		this.completion.pause(this.leased, RunState.UNKNOWN, LATER);
		this.completion.pause(this.leased, RunState.RUNNING, LATER.plusSeconds(60));
		assertThat(now(this.run).state()).isEqualTo(RunState.RUNNING);
		assertThat(status().state()).isEqualTo(StepState.RUNNING);
		assertThat(status().reason()).isEqualTo(StoredMessage.of("step.running.apply", "Petra Kern"));
		assertThat(status().runningRun()).isEqualTo(this.run.id());
	}

	@Test
	void showsANewPlanWhereTheOldOneNoLongerFits() {
		this.completion.stale(this.leased, PlanKind.APPLY, 1, inspection(FindingLevel.DIFFERS, OTHER));
		assertThat(now(this.run).state()).isEqualTo(RunState.STALE);
		assertThat(this.plans.madeBy(this.run.id()).orElseThrow().content().changes()).containsExactly(OTHER);
		assertThat(recorded(this.run)).containsExactly("CHECK DONE", "PLAN DONE", "RUN REFUSED");
		assertThat(status().state()).isEqualTo(StepState.READY_TO_PLAN);
		assertThat(status().runningRun()).isNull();
	}

	@Test
	void keepsNoPlanWhereThereIsNothingLeftToDo() {
		this.completion.stale(this.leased, PlanKind.APPLY, 1, inspection(FindingLevel.BLOCKS));
		assertThat(now(this.run).state()).isEqualTo(RunState.STALE);
		assertThat(this.plans.madeBy(this.run.id())).isEmpty();
		assertThat(recorded(this.run)).containsExactly("CHECK NEEDS_ATTENTION", "RUN REFUSED");
	}

	@ParameterizedTest
	@CsvSource({ "CONFLICT,CONFLICT,CONFLICT,conflict", "NOT_DONE,NEEDS_ATTENTION,NOT_DONE,not-done" })
	void saysAtWhichObjectItStopped(RunState end, StepState step, String recorded, String slug) {
		assertThat(this.completion.stopped(this.leased, end, ENABLE, 3, 0)).isEqualTo(ENDED);
		assertThat(now(this.run).state()).isEqualTo(end);
		assertThat(status().state()).isEqualTo(step);
		assertThat(status().reason()).isEqualTo(StoredMessage.of("step.stopped." + slug, "OnPrem-Proxy"));
		assertThat(status().runningRun()).isNull();
		assertThat(recorded(this.run)).containsExactly("RUN " + recorded);
	}

	@Test
	void saysWhoChangedAStepAndWhen() {
		assertThat(this.completion.done(this.leased, 1, inspection(FindingLevel.MEETS))).isEqualTo(ENDED);
		assertThat(now(this.run).state()).isEqualTo(RunState.DONE);
		assertThat(status().state()).as("not proved yet").isEqualTo(StepState.APPLIED);
		assertThat(status().changedAt()).isEqualTo(NOW);
		assertThat(status().changedBy()).isEqualTo("Petra Kern");
		assertThat(recorded(this.run)).containsExactly("CHECK DONE", "RUN DONE");
	}

	@Test
	void plansWhatIsLeftOnceItIsDone() {
		this.completion.done(this.leased, 1, inspection(FindingLevel.DIFFERS, OTHER));
		assertThat(this.plans.madeBy(this.run.id()).orElseThrow().kind()).isEqualTo(PlanKind.APPLY);
		assertThat(recorded(this.run)).containsExactly("CHECK DONE", "PLAN DONE", "RUN DONE");
	}

	@ParameterizedTest
	@CsvSource({ "PROVED,DONE,DONE", "FAILED,FAILED,NEEDS_ATTENTION", "UNKNOWN,UNCHECKED,UNCHECKED",
			"NONE,UNCHECKED,UNCHECKED" })
	void endsAVerificationByItsVerdict(ProbeVerdict verdict, RunState end, String recorded) {
		end();
		begin(RunKind.VERIFY);
		assertThat(this.completion.verified(this.leased, verdict, inspection(FindingLevel.MEETS))).isEqualTo(ENDED);
		assertThat(now(this.run).state()).isEqualTo(end);
		assertThat(recorded(this.run)).containsExactly("CHECK DONE", "RUN " + recorded);
		assertThat(this.plans.madeBy(this.run.id())).as("a verification plans nothing").isEmpty();
	}

	@ParameterizedTest
	@MethodSource("ends")
	void writesNothingForAHolderWhoOverslept(Consumer<RunCompletionTests> write) {
		LeasedRun awake = leased(this.run);
		assertThat(awake.token()).isGreaterThan(this.leased.token());
		assertThatExceptionOfType(LostLease.class).isThrownBy(() -> write.accept(this));
		assertThat(now(this.run).state()).isEqualTo(RunState.RUNNING);
		assertThat(status().state()).isEqualTo(StepState.RUNNING);
		assertThat(recorded(this.run)).isEmpty();
	}

	static Stream<Consumer<RunCompletionTests>> ends() {
		return Stream.of((test) -> test.completion.pause(test.leased, RunState.UNKNOWN, LATER),
				(test) -> test.completion.stale(test.leased, PlanKind.APPLY, 1, test.inspection(FindingLevel.MEETS)),
				(test) -> test.completion.stopped(test.leased, RunState.CONFLICT, ENABLE, 1, 0),
				(test) -> test.completion.done(test.leased, 1, test.inspection(FindingLevel.MEETS)),
				(test) -> test.completion.verified(test.leased, ProbeVerdict.PROVED,
						test.inspection(FindingLevel.MEETS)));
	}

	@ParameterizedTest
	@EnumSource
	void runsWhileItIsWorkedOn(RunKind kind) {
		end();
		begin(kind);
		assertThat(status().state()).isEqualTo(StepState.RUNNING);
		assertThat(status().reason()).isEqualTo(StoredMessage.of("step.running." + kind.slug(), "Petra Kern"));
		assertThat(now(this.run).startedAt()).isEqualTo(NOW);
	}

	/** It may have been looking at what was there before. */
	@Test
	void aCheckThatSleptWhileSomethingWasChangedTakesNothingOfWhatItSaw() {
		StepRun check = begun(RunKind.CHECK);
		Inspection early = inspection(FindingLevel.MEETS);
		this.transaction.executeWithoutResult((status) -> this.built.changed(this.fabrikam));
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> this.completion.checked(check.request(), PlanKind.APPLY, early));
		assertThat(now(check).state().ended()).isFalse();
		assertThat(this.snapshots.of(check.id())).isEmpty();
		assertThat(checked(check, PlanKind.APPLY, FindingLevel.DIFFERS, OTHER)).isEqualTo(ENDED);
	}

	@Test
	void aLookThatBeganEarlierTakesNoLaterOnesPlace() {
		StepRun slept = begun(RunKind.CHECK);
		StepRun awake = begun(RunKind.CHECK);
		Inspection early = inspection(FindingLevel.DIFFERS, OTHER);
		end();
		checked(awake, PlanKind.APPLY, FindingLevel.BLOCKS);
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> this.completion.checked(slept.request(), PlanKind.APPLY, early));
		assertThat(status().state()).isEqualTo(StepState.NEEDS_ATTENTION);
		assertThat(this.snapshots.newest(this.fabrikam, StepName.PUSH_PROXY).orElseThrow().runId())
			.isEqualTo(awake.id());
	}

	private void begin(RunKind kind) {
		this.run = begun(kind);
		this.leased = leased(this.run);
	}

	private StepRun keeping() {
		StepRun check = this.transaction.execute((status) -> this.runs
			.save(new StepRun(this.fabrikam, StepName.PUSH_PROXY, RunKind.CHECK, this.run.actor(), NOW).keeping()));
		this.start.begin(check.request());
		return check;
	}

	private StepRun begun(RunKind kind) {
		StepRun asked = asked(kind);
		this.start.begin(asked.request());
		return asked;
	}

	private void end() {
		this.completion.stopped(this.leased, RunState.NOT_DONE, ENABLE, 1, 0);
	}

	private NextWake checked(StepRun check, PlanKind kind, FindingLevel level, Change... changes) {
		return this.completion.checked(check.request(), kind, inspection(level, changes));
	}

}
