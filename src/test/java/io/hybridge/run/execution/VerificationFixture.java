package io.hybridge.run.execution;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.database.DurableBooks;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.exchange.bundle.BundleMaker;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.microsoft365.Microsoft365Connections;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.probe.JournaledProbe;
import io.hybridge.run.probe.ProbeJournal;
import io.hybridge.run.status.StatusSettings;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.support.MutableClock;
import io.hybridge.support.OnH2;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** The push proxy of Fabrikam is enabled, and somebody asked for its proof. */
@OnH2
@Import({ VerificationFixture.Surroundings.class, Bundles.class, DurableBooks.class })
abstract class VerificationFixture {

	static final Instant NOW = MutableClock.START;

	static final Duration FIRST_LOOK = Duration.ofSeconds(3);

	static final Duration DEADLINE = Duration.ofSeconds(60);

	static final Duration SETTLE = Duration.ofMinutes(10);

	static final Duration WAIT = Duration.ofSeconds(15);

	static final int ATTEMPTS = 3;

	private static final AuditActor PETRA = AuditActor.person(7, "Petra Kern", null);

	@Autowired
	ProbeJournal journal;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	@Autowired
	StepRuns runs;

	@Autowired
	Connections connections;

	@Autowired
	private Leases leases;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ApplicationEventPublisher events;

	FakeExchange exchange;

	Microsoft365 tenant;

	OrganizationId fabrikam;

	LeasedRun leased;

	@BeforeEach
	void enable() {
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		this.events.publishEvent(new Organization.Registered(this.fabrikam, Environment.LAB));
		this.exchange = new FakeExchange();
		this.tenant = mock(Microsoft365.class);
		this.connections.endsAbandoned = Optional.of(Duration.ZERO);
		this.connections.connect(this.exchange, this.tenant);
		given(this.tenant.cloud()).willReturn(new Cloud(KnownCloud.GLOBAL, URI.create("https://sign-in.example"),
				URI.create("https://graph.example"), "", true, null));
		this.exchange.scene.authServers
			.add(new AuthServer("MicrosoftSts", "MicrosoftACS", true, StepFixture.URL, StepFixture.TENANT, ""));
		this.exchange.scene.tenantKeys.add(StepFixture.AUTH);
		proxy(true, "fabrikam.com");
		enabledByUs();
		given(this.tenant.inspect()).willAnswer((question) -> seen(this.exchange.scene));
		this.leased = verify();
	}

	final void proxy(boolean enabled, String organization) {
		this.exchange.scene.proxy = StepFixture.shown(enabled, organization);
	}

	/** An answered change of ours, long ago, after which nobody changed the object. */
	private void enabledByUs() {
		StepRun run = this.transaction.execute(
				(status) -> this.runs.save(new StepRun(this.fabrikam, StepName.PUSH_PROXY, RunKind.APPLY, PETRA, NOW)));
		this.jdbc.sql("""
				insert into step_change (run_id, ordinal, content, state, attempts, looks, undone, fields, intent_at)
				values (:run, 0, :change, 'DONE', 1, 0, true, :fields, :intent)""")
			.param("run", run.id())
			.param("intent", NOW.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
			.param("change",
					"{\"change\":\"enable-push-proxy\",\"formerOrganization\":\"\",\"organization\":\"fabrikam.com\"}")
			.param("fields",
					"[{\"name\":\"DirectoryServer\",\"value\":\"%s\"},{\"name\":\"DirectoryChangedAfter\",\"value\":\"%s\"}]"
						.formatted(StepFixture.STAMP.domainController(), StepFixture.STAMP.changed()))
			.update();
	}

	final void forgetOurs() {
		this.jdbc.sql("delete from step_change").update();
	}

	final void disconnect() {
		this.connections.connect(null, this.tenant);
	}

	final JournaledProbe probe(int server) {
		return this.journal.of(this.leased.run().id()).get(server);
	}

	final List<String> recorded(String kind) {
		return this.jdbc.sql("select outcome from audit_entry where run_id = :run and kind = :kind order by id")
			.param("run", this.leased.run().id())
			.param("kind", kind)
			.query(String.class)
			.list();
	}

	private LeasedRun verify() {
		StepRun run = this.transaction.execute((status) -> {
			StepRun asked = new StepRun(this.fabrikam, StepName.PUSH_PROXY, RunKind.VERIFY, PETRA, NOW);
			asked.begin(NOW);
			return this.runs.save(asked);
		});
		return new LeasedRun(run.request(), this.leases.take(this.fabrikam, run.id()).orElseThrow());
	}

	private static TenantReading.Seen seen(StepFixture scene) {
		return scene.world().tenant().seen().orElseThrow();
	}

	/** Whom the console reaches now. */
	static final class Connections implements ExchangeConnections {

		private Exchange exchange;

		private Microsoft365 tenant;

		Optional<Duration> endsAbandoned = Optional.of(Duration.ZERO);

		void connect(Exchange exchange, Microsoft365 tenant) {
			this.exchange = exchange;
			this.tenant = tenant;
		}

		Microsoft365 tenant() {
			return this.tenant;
		}

		@Override
		public Optional<Duration> endsAbandoned(OrganizationId organization) {
			return this.endsAbandoned;
		}

		@Override
		public Exchange of(OrganizationId organization) {
			if (this.exchange == null) {
				throw RemoteFailure.withoutEffect("Exchange", "exchange.no-connection", "");
			}
			return this.exchange;
		}

	}

	/** All that carries runs out, the record, and the ports. */
	@TestConfiguration(proxyBeanMethods = false)
	@EnableConfigurationProperties(StatusSettings.class)
	@ComponentScan(basePackages = "io.hybridge.run",
			excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = TestConfiguration.class))
	@ComponentScan(basePackages = "io.hybridge.audit", useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "io\\.hybridge\\.audit\\.Audit(Log|Chain)"))
	static class Surroundings {

		@Bean
		BundleMaker bundleMaker() {
			return mock(BundleMaker.class);
		}

		@Bean
		Connections connections() {
			return new Connections();
		}

		@Bean
		Microsoft365Connections tenants(Connections connections) {
			return (organization, person) -> connections.tenant();
		}

		@Bean
		@Primary
		EnablementSettings labSettings() {
			return new EnablementSettings(SETTLE, DEADLINE, FIRST_LOOK, DEADLINE, SETTLE, DEADLINE, DEADLINE,
					WAIT.multipliedBy(8), WAIT, ATTEMPTS);
		}

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder().build();
		}

	}

}
