package io.hybridge.run.execution;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.step.StepFixture;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.examination.TargetState;
import io.hybridge.support.Faults;
import io.hybridge.support.OwnPostgreSql;
import io.hybridge.support.PersistenceTest;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A run whose database goes away under it, and comes back. */
@PersistenceTest
class DatabaseLostTests extends ExecutionFixture {

	private static final Change SET = new SetAuthServer(TargetState.AUTH_SERVER, null, StepFixture.URL);

	@TempDir
	private static Path folder;

	private static OwnPostgreSql postgres;

	@Autowired
	ChangeExecutor executor;

	@DynamicPropertySource
	static void ownServer(DynamicPropertyRegistry registry) {
		postgres = new OwnPostgreSql(folder);
		registry.add("spring.datasource.url", postgres::url);
		registry.add("spring.datasource.username", () -> "postgres");
		registry.add("spring.datasource.password", () -> "postgres");
	}

	@AfterAll
	static void stop() {
		postgres.close();
	}

	@Test
	@Faults({ "F60", "F73" })
	void sendsNothingWhatItCannotWriteDownBefore() {
		StepRun run = planned();
		JournaledChange change = change(run);
		var leased = leased(run);
		postgres.stop();
		assertThatThrownBy(() -> this.executor.carryOut(leased, change, true)).isInstanceOf(RuntimeException.class);
		assertThat(this.sides.sent()).isEmpty();
		comesBack();
		assertThat(change(run).state()).isEqualTo(ChangeState.WAITING);
		assertThat(recorded(run)).isEmpty();
		assertThat(this.executor.carryOut(leased(run), change(run), true)).isEqualTo(new Progress.Next());
		assertThat(this.sides.sent()).hasSize(1);
	}

	@Test
	@Faults("F74")
	void looksForWhatItSentAndCouldNotWriteDown() {
		StepRun run = planned();
		this.sides.next((call) -> {
			this.sides.takeEffect(call);
			postgres.stop();
		});
		var leased = leased(run);
		assertThatThrownBy(() -> this.executor.carryOut(leased, change(run), true))
			.isInstanceOf(RuntimeException.class);
		comesBack();
		assertThat(change(run).state()).isEqualTo(ChangeState.SENT);
		assertThat(this.executor.carryOut(leased(run), change(run), false)).isEqualTo(new Progress.Next());
		assertThat(change(run).state()).isEqualTo(ChangeState.DONE);
		assertThat(this.sides.sent()).as("never twice").hasSize(1);
		assertThat(recorded(run)).containsExactly("CHANGE ATTEMPTED", "CHANGE DONE");
	}

	private StepRun planned() {
		StepRun run = asked(RunKind.APPLY);
		this.transaction.executeWithoutResult((status) -> this.journal.open(run, List.of(SET)));
		return run;
	}

	private JournaledChange change(StepRun run) {
		return this.changes.of(run.id()).getFirst();
	}

	private void comesBack() {
		postgres.start();
		Waiting.await()
			.ignoreExceptionsInstanceOf(DataAccessException.class)
			.until(() -> this.jdbc.sql("select 1").query(Integer.class).single() == 1);
	}

}
