package io.hybridge.run.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.StepState;
import io.hybridge.support.MutableClock;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** What the status table promises, whatever the database. */
@Import({ StepStatuses.class, StepStatusUpdaterContract.Json.class })
abstract class StepStatusesContract {

	private static final Instant NOW = MutableClock.START;

	private static final StoredMessage WHY = StoredMessage.of("finding.proxy-disabled.brief", "OnPrem-Proxy");

	@Autowired
	private StepStatuses statuses;

	@Autowired
	private JdbcClient jdbc;

	private OrganizationId fabrikam;

	private OrganizationId contoso;

	@BeforeEach
	void register() {
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		this.contoso = RegisteredOrganizations.add(this.jdbc, "Contoso", "contoso.com");
		this.jdbc.sql("delete from step_status").update();
	}

	@Test
	void saysOfAStepThatWasNeverLookedAtThatItIsNotStarted() {
		this.statuses.keep(status(this.fabrikam, StepName.SERVERS, StepState.IN_EFFECT));
		List<StepStatus> all = this.statuses.of(this.fabrikam);
		assertThat(all).extracting(StepStatus::step).containsExactly(StepName.values());
		assertThat(all).extracting(StepStatus::state)
			.containsExactly(StepState.NOT_STARTED, StepState.IN_EFFECT, StepState.NOT_STARTED, StepState.NOT_STARTED);
		assertThat(all.getFirst().reason().key()).isEqualTo("step.never-looked");
		assertThat(all.getFirst().checkedAt()).isNull();
	}

	@Test
	void givesAStatusBackAsItWasKept() {
		StepStatus kept = new StepStatus(this.fabrikam, StepName.OAUTH, StepState.RUNNING, WHY, NOW,
				NOW.plus(Duration.ofDays(400)), NOW.minusSeconds(60), "Petra Kern", 4711L);
		this.statuses.keep(kept);
		assertThat(of(StepName.OAUTH)).isEqualTo(kept);
	}

	@Test
	void keepsTheFormerChangeWhereNoneIsSet() {
		this.statuses.keep(changed(NOW, "Petra Kern"));
		this.statuses.keep(status(this.fabrikam, StepName.OAUTH, StepState.IN_EFFECT));
		assertThat(of(StepName.OAUTH).state()).isEqualTo(StepState.IN_EFFECT);
		assertThat(of(StepName.OAUTH).changedAt()).isEqualTo(NOW);
		assertThat(of(StepName.OAUTH).changedBy()).isEqualTo("Petra Kern");
		this.statuses.keep(changed(NOW.plusSeconds(60), "Jonas Weber"));
		assertThat(of(StepName.OAUTH).changedAt()).isEqualTo(NOW.plusSeconds(60));
		assertThat(of(StepName.OAUTH).changedBy()).isEqualTo("Jonas Weber");
	}

	@Test
	void forgetsTheRunAndTheCertificateWhereNoneIsSet() {
		this.statuses
			.keep(new StepStatus(this.fabrikam, StepName.OAUTH, StepState.RUNNING, WHY, NOW, NOW, null, null, 4711L));
		this.statuses.keep(status(this.fabrikam, StepName.OAUTH, StepState.IN_EFFECT));
		assertThat(of(StepName.OAUTH).runningRun()).isNull();
		assertThat(of(StepName.OAUTH).certificateExpires()).isNull();
	}

	@Test
	void hasOneRowForEachStep() {
		for (StepState state : StepState.values()) {
			this.statuses.keep(status(this.fabrikam, StepName.OAUTH, state));
			this.statuses.keep(status(this.fabrikam, StepName.SERVERS, state));
		}
		assertThat(this.jdbc.sql("select count(*) from step_status").query(Long.class).single()).isEqualTo(2);
	}

	@Test
	void tellsOfManyOrganizationsAtOnceAndOnlyWhatWasLookedAt() {
		OrganizationId never = new OrganizationId(Long.MAX_VALUE);
		this.statuses.keep(status(this.fabrikam, StepName.TENANT, StepState.IN_EFFECT));
		this.statuses.keep(status(this.fabrikam, StepName.OAUTH, StepState.CONFLICT));
		this.statuses.keep(status(this.contoso, StepName.OAUTH, StepState.UNKNOWN));
		assertThat(this.statuses.of(List.of(this.fabrikam, this.contoso, never))).extracting(StepStatus::state)
			.containsExactlyInAnyOrder(StepState.IN_EFFECT, StepState.CONFLICT, StepState.UNKNOWN);
		assertThat(this.statuses.of(List.of(this.contoso))).extracting(StepStatus::organization)
			.containsExactly(this.contoso);
		assertThat(this.statuses.of(List.of())).isEmpty();
	}

	@Test
	void keepsEachStepForItselfAndShowsThatItCannotStart() {
		this.statuses.keep(status(this.fabrikam, StepName.SERVERS, StepState.NEEDS_ATTENTION));
		assertThat(this.statuses.kept(this.fabrikam)).extracting(StepStatus::state)
			.endsWith(StepState.NOT_STARTED, StepState.NOT_STARTED);
		assertThat(this.statuses.of(this.fabrikam)).extracting(StepStatus::state)
			.endsWith(StepState.NOT_STARTED, StepState.CANNOT_START);
	}

	private StepStatus of(StepName step) {
		return this.statuses.of(this.fabrikam).get(step.ordinal());
	}

	private StepStatus changed(Instant at, String by) {
		return new StepStatus(this.fabrikam, StepName.OAUTH, StepState.APPLIED, WHY, NOW, null, at, by, null);
	}

	private static StepStatus status(OrganizationId organization, StepName step, StepState state) {
		return new StepStatus(organization, step, state, WHY, NOW, null, null, null, null);
	}

}
