package io.hybridge.run.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.hybridge.run.StepRun;
import io.hybridge.run.Vantage;
import io.hybridge.run.plan.Planner.Planned;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.RestartServiceHost;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.observation.Observation;

import static org.assertj.core.api.Assertions.assertThat;

/** What is promised of a plan that is kept, whatever the database. */
abstract class PlansContract extends PlanDatabase {

	private static final Plan.Content EVERYTHING = new Plan.Content(
			List.of(PlanFixture.CREATE, PlanFixture.SIGN_WITH_NEW, PlanFixture.SIGN_WITH_CHOSEN,
					PlanFixture.SET_AUTH_SERVER, PlanFixture.ADD_KEY, PlanFixture.ENABLE),
			List.of(), List.of(PlanFixture.TAKES_OVER), List.of(PlanFixture.FOREIGN_KEYS), true);

	private static final Plan.Content BACK = new Plan.Content(List.of(PlanFixture.DISABLE, PlanFixture.REMOVE_KEY),
			List.of(9L, 7L), List.of(), List.of(), false);

	@Autowired
	private Plans plans;

	@Test
	void givesAPlanBackAsItWasWritten() {
		StepRun run = run(this.fabrikam, StepName.OAUTH);
		Plan plan = keep(run, PlanKind.APPLY, EVERYTHING);
		assertThat(plan.content()).isEqualTo(EVERYTHING);
		assertThat(plan.organization()).isEqualTo(this.fabrikam);
		assertThat(plan.step()).isEqualTo(StepName.OAUTH);
		assertThat(plan.kind()).isEqualTo(PlanKind.APPLY);
		assertThat(plan.runId()).isEqualTo(run.id());
		assertThat(plan.authorName()).isEqualTo("Petra Kern");
		assertThat(plan.madeAt()).isEqualTo(NOW);
		assertThat(this.plans.find(plan.id())).contains(plan);
	}

	@Test
	void remembersWhichChangesAnUndoTakesBack() {
		Plan plan = keep(run(this.fabrikam, StepName.OAUTH), PlanKind.UNDO, BACK);
		assertThat(plan.kind()).isEqualTo(PlanKind.UNDO);
		assertThat(plan.content()).isEqualTo(BACK);
	}

	@Test
	void isValidAsLongAsIsSetAndNoMomentLonger() {
		Plan plan = keep(run(this.fabrikam, StepName.OAUTH), PlanKind.APPLY, EVERYTHING);
		assertThat(plan.validUntil()).isEqualTo(NOW.plus(VALIDITY));
		assertThat(plan.validAt(this.clock.instant())).isTrue();
		this.clock.advance(VALIDITY.minusMillis(1));
		assertThat(plan.validAt(this.clock.instant())).isTrue();
		this.clock.advance(Duration.ofMillis(1));
		assertThat(plan.validAt(this.clock.instant())).isFalse();
	}

	@Test
	void knowsTheNewestPlanOfEachStepAndOrganization() {
		Plan older = keep(run(this.fabrikam, StepName.OAUTH), PlanKind.APPLY, EVERYTHING);
		Plan newer = keep(run(this.fabrikam, StepName.OAUTH), PlanKind.UNDO, BACK);
		Plan proxy = keep(run(this.fabrikam, StepName.PUSH_PROXY), PlanKind.APPLY,
				PlanFixture.content(PlanFixture.ENABLE));
		Plan other = keep(run(this.contoso, StepName.OAUTH), PlanKind.APPLY, EVERYTHING);
		assertThat(this.plans.newest(this.fabrikam, StepName.OAUTH)).contains(newer);
		assertThat(this.plans.newest(this.fabrikam, StepName.PUSH_PROXY)).contains(proxy);
		assertThat(this.plans.newest(this.contoso, StepName.OAUTH)).contains(other);
		assertThat(this.plans.newest(this.contoso, StepName.PUSH_PROXY)).isEmpty();
		assertThat(this.plans.find(older.id())).as("it is not replaced").contains(older);
	}

	/** What a plan only offers changes nothing while nobody ticks it. */
	@Test
	void countsWhatThePlansOfRunsRequire() {
		Change offered = new RestartServiceHost("ex1.fabrikam.com", null);
		StepRun run = run(this.fabrikam, StepName.OAUTH);
		keep(run, PlanKind.APPLY, PlanFixture.content(PlanFixture.ENABLE, offered));
		assertThat(offered.optional()).isTrue();
		assertThat(this.plans.sizes(List.of(this.fabrikam.value()), List.of(run.id()))).containsEntry(run.id(), 1);
	}

	@Test
	void showsThePlanThatIsTooOldToo() {
		Plan plan = keep(run(this.fabrikam, StepName.OAUTH), PlanKind.APPLY, EVERYTHING);
		this.clock.advance(VALIDITY.multipliedBy(2));
		assertThat(this.plans.newest(this.fabrikam, StepName.OAUTH)).contains(plan);
	}

	@Test
	void knowsNoPlanOfARunThatFoundNothingToDo() {
		assertThat(this.plans.madeBy(run(this.fabrikam, StepName.OAUTH).id())).isEmpty();
		assertThat(this.plans.find(Long.MAX_VALUE)).isEmpty();
	}

	@Test
	void fitsWhileTheSameChangesWouldBePlannedNow() {
		Plan plan = keep(run(this.fabrikam, StepName.OAUTH), PlanKind.APPLY, EVERYTHING);
		Plan.Content sameChanges = new Plan.Content(EVERYTHING.changes(), List.of(), List.of(), List.of(), false);
		assertThat(this.plans.stillFits(plan, now(EVERYTHING))).isTrue();
		assertThat(this.plans.stillFits(plan, now(sameChanges))).as("what stays decides nothing").isTrue();
	}

	@Test
	void fitsNoMoreWhereAChangeStartsFromAnotherValueOrIsGone() {
		Change elsewhere = new SetAuthServer("MicrosoftSts", "https://old.example",
				PlanFixture.SET_AUTH_SERVER.after());
		Plan plan = keep(run(this.fabrikam, StepName.OAUTH), PlanKind.APPLY,
				PlanFixture.content(PlanFixture.SET_AUTH_SERVER, PlanFixture.ADD_KEY));
		assertThat(this.plans.stillFits(plan, now(PlanFixture.content(elsewhere, PlanFixture.ADD_KEY)))).isFalse();
		assertThat(this.plans.stillFits(plan, now(PlanFixture.content(PlanFixture.ADD_KEY)))).isFalse();
		assertThat(
				this.plans.stillFits(plan, now(PlanFixture.content(PlanFixture.ADD_KEY, PlanFixture.SET_AUTH_SERVER))))
			.as("the order is part of a plan")
			.isFalse();
	}

	@Test
	void fitsNoMoreWhereThereIsNothingToDo() {
		Plan plan = keep(run(this.fabrikam, StepName.OAUTH), PlanKind.APPLY, EVERYTHING);
		assertThat(this.plans.stillFits(plan, now(null))).isFalse();
	}

	private Plan keep(StepRun run, PlanKind kind, Plan.Content content) {
		this.plans.keep(run, kind, content, this.clock.instant());
		return this.plans.madeBy(run.id()).orElseThrow();
	}

	private static Inspection now(Plan.Content content) {
		return new Inspection(Observation.none(NOW),
				new Planned(PlanFixture.examination(), Optional.ofNullable(content)), new Vantage(0, 0, 0));
	}

}
