package io.hybridge.run.plan;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.hybridge.run.StepRun;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.FindingLevel;

import static org.assertj.core.api.Assertions.assertThat;

/** What is promised of looks that are kept, whatever the database. */
abstract class SnapshotsContract extends PlanDatabase {

	private static final Examination WHOLE = new Examination(
			List.of(PlanFixture.finding("PROXY-DISABLED", FindingLevel.DIFFERS),
					PlanFixture.finding("FOREIGN-KEY", FindingLevel.NOTE)),
			List.of(PlanFixture.ENABLE, PlanFixture.ADD_KEY), List.of(PlanFixture.TAKES_OVER),
			List.of(PlanFixture.FOREIGN_KEYS),
			List.of(new Examination.Candidate(PlanFixture.CHOSEN.thumbprint().value(), "OAuth", NOW, "EX1, EX2")),
			Optional.of(NOW.plus(PlanFixture.days(400))), Optional.of(PlanFixture.CHOSEN.base64()), true);

	@Autowired
	private Snapshots snapshots;

	@Test
	void givesALookBackAsItWasWritten() {
		StepRun run = run(this.fabrikam, StepName.OAUTH);
		this.snapshots.keep(run, PlanFixture.looked(WHOLE, NOW.plusMillis(250)));
		Snapshot snapshot = this.snapshots.newest(this.fabrikam, StepName.OAUTH).orElseThrow();
		assertThat(snapshot.examination()).isEqualTo(WHOLE);
		assertThat(snapshot.runId()).isEqualTo(run.id());
		assertThat(snapshot.takenAt()).isEqualTo(NOW.plusMillis(250));
	}

	@Test
	void knowsTheNewestLooksOfEachStepAndOrganization() {
		StepRun first = look(StepName.OAUTH);
		StepRun second = look(StepName.OAUTH);
		StepRun third = look(StepName.OAUTH);
		StepRun proxy = look(StepName.PUSH_PROXY);
		assertThat(this.snapshots.newest(this.fabrikam, StepName.OAUTH, 2)).extracting(Snapshot::runId)
			.containsExactly(third.id(), second.id());
		assertThat(this.snapshots.newest(this.fabrikam, StepName.OAUTH, 9)).extracting(Snapshot::runId)
			.containsExactly(third.id(), second.id(), first.id());
		assertThat(this.snapshots.newest(this.fabrikam, StepName.PUSH_PROXY)).map(Snapshot::runId).contains(proxy.id());
		assertThat(this.snapshots.newest(this.contoso, StepName.OAUTH)).isEmpty();
	}

	private StepRun look(StepName step) {
		StepRun run = run(this.fabrikam, step);
		this.snapshots.keep(run, PlanFixture.looked(PlanFixture.examination(), NOW));
		return run;
	}

}
