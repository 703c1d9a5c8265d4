package io.hybridge.organization;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import io.hybridge.audit.AuditActor;
import io.hybridge.microsoft365.CloudSource;
import io.hybridge.microsoft365.LoopbackCloud;
import io.hybridge.microsoft365.LoopbackSignIn;
import io.hybridge.microsoft365.LoopbackTenant;
import io.hybridge.microsoft365.MemorySecrets;
import io.hybridge.microsoft365.Microsoft365Beans;
import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.microsoft365.TestSettings;
import io.hybridge.microsoft365.signin.SignIns;
import io.hybridge.organization.OrganizationCare.Correction;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody archives, moves or removes an organization at the very moment at which another
 * has entered the code: he has its row already when the token comes, and ends the attempt
 * while that waits for the row.
 */
@Import({ OrganizationCare.class, Microsoft365Beans.class, OrganizationCareContract.Surroundings.class,
		SignInMeanwhileContract.World.class })
abstract class SignInMeanwhileContract {

	private static final AuditActor PETRA = AuditActor.person(7, "Petra Kern", null);

	private static final AuditActor OTTO = AuditActor.person(8, "Otto Brandt", null);

	@Autowired
	OrganizationCare care;

	@Autowired
	Organizations organizations;

	@Autowired
	SignIns signIns;

	@Autowired
	MemorySecrets secrets;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	World world;

	@MockitoSpyBean
	OrganizationHistory history;

	private LoopbackSignIn service;

	private OrganizationId fabrikam;

	@BeforeEach
	void waitForTheCode() {
		this.world.cloud = new LoopbackCloud();
		this.service = new LoopbackSignIn(this.world.cloud);
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		this.events.publishEvent(new Organization.Registered(this.fabrikam, Environment.LAB));
		assertThat(this.signIns.start(this.fabrikam, PETRA, "session-of-petra"))
			.isInstanceOf(SignIns.Attempt.Waiting.class);
	}

	@AfterEach
	void stop() {
		this.world.first = () -> {
		};
		this.world.cloud.close();
	}

	@Test
	void keepsNothingWhereItIsArchived() {
		endsBoth(() -> this.care.archive(this.fabrikam, 0, OTTO));
	}

	@Test
	void keepsNothingWhereItsDomainIsAnother() {
		endsBoth(() -> this.care.correct(this.fabrikam, 0,
				new Correction("Fabrikam", new DomainName("fabrikam.de"), "fabrikam.de"), OTTO));
	}

	@Test
	void keepsNothingWhereItIsRemoved() {
		endsBoth(() -> this.care.remove(this.fabrikam, 0, OTTO));
		assertThat(this.organizations.findById(this.fabrikam.value())).isEmpty();
	}

	private void endsBoth(Runnable deed) {
		CountDownLatch queuing = new CountDownLatch(1);
		this.world.first = () -> {
			Mockito.doAnswer((call) -> {
				queuing.countDown();
				return call.callRealMethod();
			}).when(this.history).held(this.fabrikam);
			this.service.token = () -> LoopbackSignIn.granted(LoopbackTenant.ID, 3600);
			reached(queuing);
		};
		FutureTask<Void> other = new FutureTask<>(deed, null);
		Thread.ofVirtual().start(other);
		assertThat(other).succeedsWithin(Waiting.LIMIT);
		List<String> ends = Waiting.await().until(this::ends, (found) -> !found.isEmpty());
		assertThat(ends).singleElement()
			.asString()
			.startsWith("NOT_DONE")
			.contains("microsoft365.organization-changed");
		assertThat(this.signIns.current(this.fabrikam, PETRA)).isEmpty();
		assertThat(this.secrets.rows).isEmpty();
	}

	private List<String> ends() {
		return this.jdbc.sql("""
				select concat(outcome, parameters) from audit_entry
				where kind = 'TENANT_SIGN_IN' and outcome <> 'ATTEMPTED' and organization_id = ?""")
			.param(this.fabrikam.value())
			.query(String.class)
			.list();
	}

	private static void reached(CountDownLatch latch) {
		try {
			assertThat(latch.await(Waiting.MINUTES, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Hears of what is done before everybody else. */
	@TestConfiguration(proxyBeanMethods = false)
	static class World {

		volatile Runnable first = () -> {
		};

		volatile LoopbackCloud cloud;

		@Order(Ordered.HIGHEST_PRECEDENCE)
		@EventListener({ Organization.Archived.class, Organization.Moved.class, Organization.Removed.class })
		void heard() {
			this.first.run();
		}

		@Bean
		CloudSource loopbackCloud() {
			return (environment, known) -> (environment == Environment.LAB) ? Optional.of(this.cloud.cloud())
					: Optional.empty();
		}

		@Bean
		Microsoft365Settings microsoft365Settings() {
			return TestSettings.quick();
		}

		@Bean
		MemorySecrets memorySecrets() {
			return new MemorySecrets();
		}

	}

}
