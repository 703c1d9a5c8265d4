package io.hybridge.run.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.RunKind;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.status.StepFacts.Changed;
import io.hybridge.run.status.StepFacts.Look;
import io.hybridge.run.status.StepFacts.Work;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.StepState;
import io.hybridge.support.MutableClock;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** What the status table promises, whatever the database. */
@Import({ StepStatuses.class, StepStatusTable.class, UnreachedServers.class, ProbeResults.class,
		StepStatusUpdaterContract.Json.class })
@EnableConfigurationProperties(StatusSettings.class)
abstract class StepStatusesContract {

	private static final Instant NOW = MutableClock.START;

	private static final StoredMessage WHY = StoredMessage.of("finding.proxy-disabled.brief", "OnPrem-Proxy");

	@Autowired
	private StepStatuses statuses;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MutableClock clock;

	private OrganizationId fabrikam;

	@BeforeEach
	void register() {
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		this.jdbc.sql("delete from step_status").update();
	}

	@Test
	void saysOfAStepThatWasNeverLookedAtThatItIsNotStarted() {
		this.statuses.keep(seen(StepName.SERVERS, StepState.IN_EFFECT));
		List<StepStatus> all = this.statuses.of(this.fabrikam).steps();
		assertThat(all).extracting(StepStatus::step).containsExactly(StepName.values());
		assertThat(all).extracting(StepStatus::state)
			.containsExactly(StepState.NOT_STARTED, StepState.IN_EFFECT, StepState.NOT_STARTED, StepState.NOT_STARTED);
		assertThat(all.getFirst().reason().key()).isEqualTo("step.never-looked");
		assertThat(all.getFirst().checkedAt()).isNull();
	}

	@Test
	void givesTheFactsBackAsTheyWereKept() {
		StepFacts kept = seen(StepName.OAUTH, StepState.CONFLICT)
			.changed(new Changed(NOW.minusSeconds(60), "Petra Kern", null))
			.working(new Work(4711L, RunKind.APPLY, "Jonas Weber", NOW.plusSeconds(3), false));
		this.statuses.keep(kept);
		assertThat(this.statuses.held(this.fabrikam, StepName.OAUTH)).isEqualTo(kept);
	}

	@Test
	void keepsOnlyTheFactsOfTheStepAndWhatFollowsFromThemOfAll() {
		this.statuses.keep(seen(StepName.SERVERS, StepState.NEEDS_ATTENTION));
		assertThat(this.statuses.held(this.fabrikam, StepName.PUSH_PROXY).look().state())
			.isEqualTo(StepState.NOT_STARTED);
		assertThat(this.statuses.of(this.fabrikam).steps()).extracting(StepStatus::state)
			.endsWith(StepState.NOT_STARTED, StepState.CANNOT_START);
		assertThat(
				this.jdbc.sql("select state from step_status where step = 'PUSH_PROXY'").query(String.class).single())
			.isEqualTo("CANNOT_START");
	}

	@Test
	void hasOneRowForEachStep() {
		for (StepState state : StepState.values()) {
			this.statuses.keep(seen(StepName.OAUTH, state));
			this.statuses.keep(seen(StepName.SERVERS, state));
		}
		assertThat(this.jdbc.sql("select count(*) from step_status").query(Long.class).single()).isEqualTo(4);
	}

	@Test
	void callsOldWhatWasGoodADayAgo() {
		this.statuses.keep(seen(StepName.TENANT, StepState.IN_EFFECT));
		this.statuses.keep(seen(StepName.SERVERS, StepState.CONFLICT));
		this.clock.advance(Duration.ofHours(25));
		assertThat(this.statuses.of(this.fabrikam).steps()).extracting(StepStatus::state)
			.startsWith(StepState.OLD, StepState.CONFLICT);
		this.clock.set(NOW);
	}

	private StepFacts seen(StepName step, StepState state) {
		return StepFacts.none(this.fabrikam, step).after(new Look(state, WHY, Cause.OTHER, NOW, null));
	}

}
