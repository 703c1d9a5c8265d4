package io.hybridge.run.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.exchange.ProbeResult;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.BuiltStates;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases;
import io.hybridge.run.RunAudit;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.WritableRuns;
import io.hybridge.step.StepName;
import io.hybridge.support.MutableClock;

/** A verification of Fabrikam's push proxy, kept in a real database. */
@Import({ BuiltStates.class, ProbeJournal.class, ProbeResults.class, ProbeWait.class, RunAudit.class, Bundles.class,
		WritableRuns.class, Leases.class, ProbeDatabase.Surroundings.class })
abstract class ProbeDatabase {

	static final Instant NOW = MutableClock.START;

	static final Duration WAIT = Duration.ofSeconds(15);

	static final List<String> SERVERS = List.of("ex1.fabrikam.com", "ex2.fabrikam.com");

	private static final AuditActor PETRA = AuditActor.person(7, "Petra Kern", null);

	@Autowired
	ProbeJournal journal;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	@Autowired
	private StepRuns runs;

	@Autowired
	private Leases leases;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ApplicationEventPublisher events;

	OrganizationId fabrikam;

	@BeforeEach
	void register() {
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		this.events.publishEvent(new Organization.Registered(this.fabrikam, Environment.LAB));
	}

	/** A verification that holds its organization. */
	LeasedRun verify() {
		StepRun run = this.transaction.execute((status) -> this.runs
			.save(new StepRun(this.fabrikam, StepName.PUSH_PROXY, RunKind.VERIFY, PETRA, this.clock.instant())));
		return leased(run);
	}

	/** The same run, held by somebody who came later. */
	LeasedRun again(LeasedRun leased) {
		return leased(this.runs.require(leased.run().id()));
	}

	void end(LeasedRun leased) {
		this.transaction.executeWithoutResult(
				(status) -> this.runs.require(leased.run().id()).end(RunState.DONE, this.clock.instant()));
	}

	List<JournaledProbe> open(LeasedRun leased) {
		return this.journal.open(leased, SERVERS, 0);
	}

	static ProbeResult result(String type, String error, String exception) {
		return new ProbeResult("ex1.fabrikam.com", type, error, exception, NOW, NOW, "ResultType : " + type);
	}

	private LeasedRun leased(StepRun run) {
		return new LeasedRun(run.request(), this.leases.take(this.fabrikam, run.id()).orElseThrow());
	}

	/** The record, and how long things last. */
	@TestConfiguration(proxyBeanMethods = false)
	@ComponentScan(basePackages = "io.hybridge.audit", useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "io\\.hybridge\\.audit\\.Audit(Log|Chain)"))
	static class Surroundings {

		@Bean
		@Primary
		EnablementSettings labSettings() {
			Duration other = Duration.ofHours(1);
			return new EnablementSettings(other, other, other, other, other, other, other, other, WAIT, 3);
		}

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder().build();
		}

	}

}
