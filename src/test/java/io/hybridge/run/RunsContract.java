package io.hybridge.run;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.ActiveRuns.UnderWay;
import io.hybridge.step.StepName;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which run is found for which question, whatever the database. */
@Import(ActiveRuns.class)
abstract class RunsContract {

	private static final Instant NOW = MutableClock.START;

	@Autowired
	StepRuns runs;

	@Autowired
	ActiveRuns active;

	@Autowired
	JdbcClient jdbc;

	private OrganizationId fabrikam;

	@BeforeEach
	void register() {
		List.of("step_change_timeline", "step_change", "server_probe", "step_run")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
	}

	@Test
	void findsTheNewestRunOfTheKindsThatAreAskedFor() {
		StepRun check = add(StepName.OAUTH, RunKind.CHECK, RunState.DONE);
		StepRun apply = add(StepName.OAUTH, RunKind.APPLY, RunState.NOT_DONE);
		StepRun again = add(StepName.OAUTH, RunKind.CHECK, RunState.RUNNING);
		add(StepName.SERVERS, RunKind.CHECK, RunState.DONE);
		assertThat(newest(RunKind.CHECK)).isEqualTo(again.id());
		assertThat(newest(RunKind.APPLY, RunKind.UNDO)).isEqualTo(apply.id());
		assertThat(newest(RunKind.CHECK, RunKind.APPLY)).isEqualTo(again.id());
		assertThat(check.id()).isLessThan(apply.id());
		assertThat(this.runs.newest(this.fabrikam, StepName.OAUTH, RunKind.VERIFY)).isEmpty();
	}

	@Test
	void findsNoRunOfAnotherOrganization() {
		add(StepName.OAUTH, RunKind.APPLY, RunState.RUNNING);
		OrganizationId contoso = RegisteredOrganizations.add(this.jdbc, "Contoso", "contoso.com");
		assertThat(this.runs.newest(contoso, StepName.OAUTH, RunKind.APPLY)).isEmpty();
		assertThat(this.runs.unfinished(contoso.value(), StepName.OAUTH)).isEmpty();
		assertThat(this.runs.holding(contoso)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void takesARunForUnfinishedUntilItHasEnded(RunState state) {
		StepRun run = add(StepName.OAUTH, RunKind.APPLY, state);
		assertThat(this.runs.unfinished(this.fabrikam.value(), StepName.OAUTH).map(StepRun::id).stream().toList())
			.isEqualTo(state.ended() ? List.of() : List.of(run.id()));
		assertThat(this.active.newest(5)).hasSize(state.ended() ? 0 : 1);
	}

	/** What waits for a person is shown, and nothing of it runs. */
	@ParameterizedTest
	@EnumSource
	void countsWhatRuns(RunState state) {
		add(StepName.OAUTH, RunKind.APPLY, state);
		assertThat(this.active.count()).isEqualTo((state.ended() || state == RunState.PARKED) ? 0 : 1);
	}

	@Test
	void findsTheUnfinishedRunThatCameFirst() {
		StepRun first = add(StepName.OAUTH, RunKind.CHECK, RunState.QUEUED);
		add(StepName.OAUTH, RunKind.CHECK, RunState.RUNNING);
		assertThat(this.runs.unfinished(this.fabrikam.value(), StepName.OAUTH).orElseThrow().id())
			.isEqualTo(first.id());
		assertThat(this.runs.unfinished(this.fabrikam.value(), StepName.SERVERS)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void isHeldByARunThatMayChangeSomething(RunKind kind) {
		StepRun run = add(StepName.OAUTH, kind, RunState.UNKNOWN);
		assertThat(this.runs.holding(this.fabrikam).map(StepRun::id).stream().toList())
			.isEqualTo(kind.changes() ? List.of(run.id()) : List.of());
	}

	@Test
	void saysOfAnUnknownNumberThatThereIsNoSuchRun() {
		assertThatExceptionOfType(UnknownRun.class).isThrownBy(() -> this.runs.require(Long.MAX_VALUE));
	}

	@Test
	void showsWhatIsUnderWayNewestFirst() {
		add(StepName.TENANT, RunKind.CHECK, RunState.DONE);
		StepRun first = add(StepName.OAUTH, RunKind.APPLY, RunState.RUNNING);
		StepRun second = add(StepName.SERVERS, RunKind.CHECK, RunState.QUEUED);
		StepRun third = add(StepName.PUSH_PROXY, RunKind.VERIFY, RunState.UNKNOWN);
		assertThat(this.active.newest(5)).extracting(UnderWay::id).containsExactly(third.id(), second.id(), first.id());
		assertThat(this.active.newest(2)).extracting(UnderWay::id).containsExactly(third.id(), second.id());
		assertThat(this.active.newest(1)).containsExactly(new UnderWay(third.id(), "Fabrikam (fabrikam.com)",
				StepName.PUSH_PROXY, RunKind.VERIFY, RunState.UNKNOWN, "Petra Kern", NOW, 0, 0));
	}

	@Test
	void countsTheChangesThatAreReadBack() {
		StepRun run = add(StepName.OAUTH, RunKind.APPLY, RunState.RUNNING);
		change(run, 0, "DONE");
		change(run, 1, "SENT");
		change(run, 2, "WAITING");
		UnderWay shown = this.active.newest(5).getFirst();
		assertThat(shown.done()).isEqualTo(1);
		assertThat(shown.changes()).isEqualTo(3);
		assertThat(shown.current()).isEqualTo(2);
	}

	@Test
	void isAtItsLastChangeWhenAllAreReadBack() {
		StepRun run = add(StepName.OAUTH, RunKind.APPLY, RunState.RUNNING);
		change(run, 0, "DONE");
		assertThat(this.active.newest(5).getFirst().current()).isEqualTo(1);
	}

	private long newest(RunKind... kinds) {
		return this.runs.newest(this.fabrikam, StepName.OAUTH, kinds).orElseThrow().id();
	}

	private StepRun add(StepName step, RunKind kind, RunState state) {
		StepRun run = new StepRun(this.fabrikam, step, kind, AuditActor.person(7, "Petra Kern", null), NOW);
		if (state.ended()) {
			run.end(state, NOW);
		}
		else if (state != RunState.QUEUED) {
			run.begin(NOW);
			run.pause(state, NOW);
		}
		return this.runs.save(run);
	}

	private void change(StepRun run, int ordinal, String state) {
		this.jdbc.sql("""
				insert into step_change (run_id, ordinal, content, state, attempts, looks, undone)
				values (:run, :ordinal, '{}', :state, 1, 0, false)""")
			.param("run", run.id())
			.param("ordinal", ordinal)
			.param("state", state)
			.update();
	}

}
