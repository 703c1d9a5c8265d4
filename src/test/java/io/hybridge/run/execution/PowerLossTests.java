package io.hybridge.run.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;

import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.support.Faults;
import io.hybridge.support.ForgetfulDisk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever was done to Exchange, the console knows that it may have been, also where the
 * power fails in that very moment.
 */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:file:" + ForgetfulDisk.SCHEME
		+ ":${hybridge.data}/hybridge;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0")
class PowerLossTests extends ExecutionOnH2 {

	@Autowired
	ChangeExecutor executor;

	@Value("${hybridge.data}")
	Path data;

	@TempDir
	Path left;

	@BeforeAll
	static void insertDisk() {
		ForgetfulDisk.insert();
	}

	@Test
	@Faults("F66")
	void knowsOfACallAtWhosePassingThePowerFailed() {
		StepRun run = asked(RunKind.APPLY);
		LeasedRun leased = leased(run);
		this.transaction.executeWithoutResult((status) -> this.journal.open(run, List.of(ENABLE)));
		this.sides.next((call) -> losePower());
		this.executor.carryOut(leased, this.changes.of(run.id()).getFirst(), true);
		JdbcClient books = JdbcClient.create(new DriverManagerDataSource(url(), "", ""));
		assertThat(
				books.sql("select state from step_change where run_id = ?").param(run.id()).query(String.class).list())
			.containsExactly("SENT");
		assertThat(books.sql("select kind || ' ' || outcome from audit_entry where run_id = ?")
			.param(run.id())
			.query(String.class)
			.list()).containsExactly("CHANGE ATTEMPTED");
	}

	private void losePower() {
		try {
			ForgetfulDisk.afterPowerLoss(this.data.resolve("hybridge"), this.left);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String url() {
		return "jdbc:h2:file:" + this.left.resolve("hybridge").toAbsolutePath() + ";DATABASE_TO_LOWER=TRUE";
	}

}
