package io.hybridge.run.plan;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.step.StepName;
import io.hybridge.support.MutableClock;

/** Two organizations whose plans and looks are kept in a real database. */
@Import({ Plans.class, Snapshots.class, PlanDatabase.Surroundings.class })
abstract class PlanDatabase {

	static final Instant NOW = MutableClock.START;

	static final Duration VALIDITY = Duration.ofMinutes(10);

	@Autowired
	MutableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	private StepRuns runs;

	OrganizationId fabrikam;

	OrganizationId contoso;

	@BeforeEach
	void register() {
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		this.contoso = RegisteredOrganizations.add(this.jdbc, "Contoso", "contoso.com");
	}

	StepRun run(OrganizationId organization, StepName step) {
		return this.runs
			.save(new StepRun(organization, step, RunKind.CHECK, AuditActor.person(7, "Petra Kern", null), NOW));
	}

	/** The settings, and what writes values as text. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Surroundings {

		@Bean
		@Primary
		EnablementSettings shortValidity() {
			Duration any = Duration.ofSeconds(1);
			return new EnablementSettings(VALIDITY, any, any, any, any, any, Duration.ofHours(24), any, any, 1);
		}

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder().build();
		}

	}

}
