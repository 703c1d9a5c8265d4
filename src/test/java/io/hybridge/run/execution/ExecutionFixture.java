package io.hybridge.run.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.database.DurableBooks;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.bundle.BundleMaker;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.microsoft365.Microsoft365Connections;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.BuiltStates;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.FakeSides;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.change.ChangeTimeline;
import io.hybridge.run.change.Journal;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.plan.Inspection;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.Planner;
import io.hybridge.run.status.StatusSettings;
import io.hybridge.run.status.StepStatus;
import io.hybridge.run.status.StepStatuses;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.observation.Observation;
import io.hybridge.support.MutableClock;
import io.hybridge.web.text.StoredMessage;

import static org.mockito.Mockito.mock;

/** Runs are worked off for real, on a database of the product, against fake sides. */
@Import({ ExecutionFixture.Surroundings.class, Bundles.class, DurableBooks.class })
abstract class ExecutionFixture {

	static final Instant NOW = MutableClock.START;

	static final Change ENABLE = new EnablePushProxy("", new DomainName("fabrikam.com"));

	@Autowired
	FakeSides sides;

	@Autowired
	StepRuns runs;

	@Autowired
	Leases leases;

	@Autowired
	Journal journal;

	@Autowired
	JournaledChanges changes;

	@Autowired
	ChangeTimeline timeline;

	@Autowired
	BuiltStates built;

	@Autowired
	StepStatuses statuses;

	@Autowired
	MutableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	ApplicationEventPublisher events;

	OrganizationId fabrikam;

	@BeforeEach
	void register() {
		this.sides.reset();
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		this.events.publishEvent(new Organization.Registered(this.fabrikam, Environment.LAB));
	}

	StepRun asked(RunKind kind) {
		return this.transaction.execute((status) -> this.runs.save(new StepRun(this.fabrikam, StepName.PUSH_PROXY, kind,
				AuditActor.person(7, "Petra Kern", null), this.clock.instant())));
	}

	LeasedRun leased(StepRun run) {
		return new LeasedRun(run.request(), this.leases.take(this.fabrikam, run.id()).orElseThrow());
	}

	StepRun now(StepRun run) {
		return this.runs.require(run.id());
	}

	void askToStop(StepRun run) {
		this.jdbc.sql("update step_run set stop_asked = true where id = ?").param(run.id()).update();
	}

	StepStatus status() {
		return this.statuses.of(this.fabrikam).steps().get(StepName.PUSH_PROXY.ordinal());
	}

	/** What the audit log tells of a run: kind and outcome, oldest first. */
	List<String> recorded(StepRun run) {
		return this.jdbc
			.sql("select kind, outcome from audit_entry where run_id = ? and organization_id = ? order by id")
			.param(run.id())
			.param(this.fabrikam.value())
			.query((row, number) -> row.getString("kind") + " " + row.getString("outcome"))
			.list();
	}

	Inspection inspection(FindingLevel level, Change... planned) {
		List<Change> changes = List.of(planned);
		Examination examination = new Examination(
				List.of(new Finding("PROXY-SEEN", "OnPrem-Proxy", null, StoredMessage.of("x"), level, List.of(), null,
						List.of())),
				changes, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), false);
		return new Inspection(Observation.none(NOW),
				new Planner.Planned(examination, changes.isEmpty() ? Optional.empty() : Optional.of(content(planned))),
				this.built.beginLook(this.fabrikam));
	}

	static Plan.Content content(Change... planned) {
		return new Plan.Content(List.of(planned), List.of(), List.of(), List.of(), false);
	}

	/** Everything that runs need, with fake sides in place of the ports. */
	@TestConfiguration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ EnablementSettings.class, StatusSettings.class })
	@ComponentScan(basePackages = "io.hybridge.run", excludeFilters = @ComponentScan.Filter(TestConfiguration.class))
	@ComponentScan(basePackages = "io.hybridge.audit", useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "io\\.hybridge\\.audit\\.Audit(Log|Chain)"))
	static class Surroundings {

		@Bean
		BundleMaker bundleMaker() {
			return mock(BundleMaker.class);
		}

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder().build();
		}

		@Bean
		FakeSides sides() {
			return new FakeSides();
		}

		@Bean
		ExchangeConnections exchanges(FakeSides sides) {
			return sides.exchanges();
		}

		@Bean
		Microsoft365Connections tenants(FakeSides sides) {
			return sides::tenant;
		}

	}

}
