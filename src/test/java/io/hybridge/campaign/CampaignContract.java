package io.hybridge.campaign;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.campaign.Fate.Doom;
import io.hybridge.campaign.Finding.Kind;
import io.hybridge.campaign.Tour.Leg;
import io.hybridge.database.DurableBooks;
import io.hybridge.enablement.Enablement;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.bundle.BundleMaker;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.lab.exchange.state.ExchangeScenario;
import io.hybridge.microsoft365.Microsoft365Connections;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.execution.ErrandExecutor;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.status.StatusSettings;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Consoles die at every boundary of what they write and send, and others take over. In
 * the end the lab's ledger, the journal and the record say the same.
 */
@Import({ CampaignContract.Surroundings.class, Bundles.class, DurableBooks.class })
abstract class CampaignContract {

	private static final long SEED = 20261201;

	@Autowired
	ApplicationContext context;

	@Autowired
	Enablement enablement;

	@Autowired
	ErrandExecutor work;

	@Autowired
	Plans plans;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	@Autowired
	Witnesses witnesses;

	@Autowired
	Worlds worlds;

	@Autowired
	Protections protections;

	@AfterEach
	void protect() {
		this.protections.switchOn(this.context);
	}

	Campaign campaign(long seed) {
		return new Campaign(new Desk(this.enablement, this.work, this.plans, this.jdbc, this.clock, this.witnesses),
				this.worlds, this.protections, this.context, seed);
	}

	@Test
	void nobodyIsToldAnythingWrongHoweverManyConsolesDie() throws IOException {
		Length length = Length.asked();
		long seed = Long.getLong("campaign.seed", SEED);
		Campaign campaign = campaign(seed).learn();
		try {
			campaign.until(() -> length.reached(campaign.kills()));
		}
		finally {
			if (length.isLong()) {
				CampaignRecord.write(database(), seed, length, campaign);
			}
		}
		assertThat(campaign.findings()).isEmpty();
		assertThat(campaign.kills()).isPositive();
	}

	/** Its name. */
	abstract String database();

	/** A console is killed between effect and outcome, and nobody knew beforehand. */
	@Test
	void findsEffectsOfWhichNobodyWroteBefore() {
		breaks(Protection.INTENT_FIRST, Kind.UNATTEMPTED, ExchangeScenario.STANDARD, Duration.ZERO,
				() -> Itinerary.only(Leg.OAUTH, Doom.at(Point.AFTER_CALL, "Set-AuthServer")));
	}

	/** A console is stopped after its intent, and woken when all was taken back. */
	@Test
	void findsWhatAConsoleSentThatOverslept() {
		breaks(Protection.FENCING, Kind.OVERSLEPT, ExchangeScenario.STANDARD, Duration.ZERO,
				() -> Itinerary.only(Leg.PUSH_PROXY, Doom.asleepAt(Point.AFTER_COMMIT, "step_change"))
					.upTo(Leg.TAKE_PROXY_BACK));
	}

	/** The answer to a new certificate is lost, and nobody knows it again. */
	@Test
	void findsWhatWasMadeTwice() {
		breaks(Protection.IDENTITY, Kind.TWICE, ExchangeScenario.NO_FIT_CERTIFICATE, Duration.ZERO,
				() -> Itinerary.only(Leg.OAUTH, Doom.at(Point.AFTER_CALL, "New-AuthCertificate")));
	}

	/** Somebody else enables the push proxy for another tenant after the plan. */
	@Test
	void findsWhatWasOverwritten() {
		breaks(Protection.STALE_PLAN, Kind.OVERWRITTEN, ExchangeScenario.STANDARD, Duration.ZERO,
				() -> Itinerary.meddled(Leg.PUSH_PROXY));
	}

	/** Microsoft 365 shows a key only minutes after it has taken it. */
	@Test
	void findsWhatIsCalledNotDoneTooSoon() {
		breaks(Protection.SETTLE_WINDOW, Kind.WRONG_NOT_DONE, ExchangeScenario.STANDARD, Duration.ofMinutes(4),
				() -> Itinerary.only(Leg.OAUTH, Doom.NONE));
	}

	/** A restart takes effect when nobody listens any more. */
	@Test
	void findsWhatWasSentAgainTooSoon() {
		breaks(Protection.SETTLE_WINDOW, Kind.TWICE, ExchangeScenario.STANDARD, Duration.ZERO,
				() -> Itinerary.only(Leg.VERIFY, Doom.at(Point.DURING_CALL, "Restart-HealthManager")));
	}

	/** The same tour breaks a promise without the protection, and keeps all with it. */
	private void breaks(Protection protection, Kind broken, ExchangeScenario scenario, Duration lag,
			Supplier<Itinerary> itinerary) {
		this.protections.switchOff(protection, this.context);
		assertThat(campaign(SEED).walk(itinerary.get(), scenario, 0, lag).findings()).extracting(Finding::kind)
			.contains(broken);
		this.protections.switchOn(this.context);
		assertThat(campaign(SEED).walk(itinerary.get(), scenario, 0, lag).findings()).isEmpty();
	}

	/** Everything that runs need, with the lab in place of the ports. */
	@TestConfiguration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ EnablementSettings.class, StatusSettings.class })
	@ComponentScan(basePackages = "io.hybridge.run", excludeFilters = @ComponentScan.Filter(TestConfiguration.class))
	@ComponentScan(basePackages = "io.hybridge.enablement.offer",
			excludeFilters = @ComponentScan.Filter(TestConfiguration.class))
	@ComponentScan(basePackages = { "io.hybridge.audit", "io.hybridge.enablement" }, useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "io\\.hybridge\\.(audit\\.Audit(Log|Chain)|enablement\\.(Enablement|RunQueue|RequestAudit"
							+ "|Consent|Confirmations|approval\\.(Approval(s|Rules)|Changers)))"))
	static class Surroundings {

		@Bean
		static MortalDatabase mortalDatabase() {
			return new MortalDatabase();
		}

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		static Protections protections(ObjectProvider<TransactionTemplate> transactions) {
			return new Protections(transactions);
		}

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		static Advisor protectionsAdvisor(Protections protections) {
			return protections.advisor();
		}

		@Bean
		Witnesses witnesses(DataSource pool) {
			return new Witnesses(((DelegatingDataSource) pool).getTargetDataSource());
		}

		@Bean
		Worlds worlds(MutableClock clock) {
			return new Worlds(clock);
		}

		@Bean
		ExchangeConnections exchanges(Worlds worlds) {
			return worlds.exchanges();
		}

		@Bean
		Microsoft365Connections tenants(Worlds worlds) {
			return worlds.tenants();
		}

		@Bean
		BundleMaker bundleMaker() {
			return mock(BundleMaker.class);
		}

		@Bean
		SchedulerClient scheduler() {
			return mock(SchedulerClient.class);
		}

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder().build();
		}

	}

}
