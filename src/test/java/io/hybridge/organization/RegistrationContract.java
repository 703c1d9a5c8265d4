package io.hybridge.organization;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What registering promises, whatever the database. */
@Import({ Registration.class, FreeDomains.class, OrganizationAdmission.class, RegistrationContract.Listening.class })
abstract class RegistrationContract {

	private static final DomainName BUECHER = new DomainName("xn--bcher-kva.example");

	@Autowired
	Registration registration;

	@Autowired
	Organizations organizations;

	@Autowired
	Listening listening;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void hearNothingYet() {
		List.of("audit_entry", "organization").forEach((table) -> this.jdbc.sql("delete from " + table).update());
		this.listening.heard.clear();
		this.listening.refuse = false;
	}

	@Test
	void keepsTellsAndRecords() {
		OrganizationId id = register();
		Organization organization = this.organizations.require(id);
		assertThat(organization.domain()).isEqualTo(BUECHER);
		assertThat(this.jdbc.sql("select registered_at from organization").query(OffsetDateTime.class).single())
			.isEqualTo(MutableClock.START.atOffset(ZoneOffset.UTC));
		assertThat(this.listening.heard).containsExactly(new Organization.Registered(id, Environment.LAB));
		assertThat(this.jdbc.sql("select kind from audit_entry where organization_id = ?")
			.param(id.value())
			.query(String.class)
			.single()).isEqualTo("ORGANIZATION_REGISTERED");
	}

	@Test
	void keepsAndRecordsNothingWhereAListenerFails() {
		this.listening.refuse = true;
		long before = count("organization") + count("audit_entry");
		assertThatIllegalStateException().isThrownBy(this::register);
		assertThat(count("organization") + count("audit_entry")).isEqualTo(before);
	}

	@Test
	void registersADomainOnceHoweverManyAskAtTheSameTime() throws Exception {
		List<String> names = List.of("Bücher", "Bücher Nord", "Bücher Süd", "Bücher West");
		CyclicBarrier together = new CyclicBarrier(names.size());
		List<Callable<Boolean>> people = names.stream().<Callable<Boolean>>map((name) -> () -> {
			together.await();
			return registered(name, Environment.LAB);
		}).toList();
		int registered = 0;
		try (ExecutorService threads = Executors.newFixedThreadPool(names.size())) {
			for (Future<Boolean> answer : threads.invokeAll(people)) {
				registered += answer.get() ? 1 : 0;
			}
		}
		assertThat(registered).isOne();
		assertThat(count("organization")).isOne();
		assertThat(this.jdbc.sql("select count(*) from audit_entry where kind = 'ORGANIZATION_REGISTERED'")
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void namesTheOneThatHasTheDomain() {
		register();
		assertThatExceptionOfType(DomainTaken.class).isThrownBy(this::register)
			.satisfies((taken) -> assertThat(taken.by()).isEqualTo("Bücher"));
	}

	@Test
	void registersADomainOncePerEnvironment() {
		assertThat(registered("Bücher", Environment.LAB)).isTrue();
		assertThat(registered("Bücher", Environment.LIVE)).isTrue();
		assertThat(registered("Bücher", Environment.LIVE)).isFalse();
	}

	private boolean registered(String name, Environment environment) {
		try {
			this.registration.register(name, BUECHER, "bücher.example", environment, new Petra());
			return true;
		}
		catch (DomainTaken ex) {
			return false;
		}
	}

	private OrganizationId register() {
		return this.registration.register("Bücher", BUECHER, "bücher.example", Environment.LAB, new Petra());
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	@TestConfiguration
	@ComponentScan(basePackages = "io.hybridge.audit", useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "io\\.hybridge\\.audit\\.Audit(Log|Chain)"))
	static class Listening {

		final List<Organization.Registered> heard = new ArrayList<>();

		boolean refuse;

		@EventListener
		void on(Organization.Registered event) {
			this.heard.add(event);
			if (this.refuse) {
				throw new IllegalStateException("Refused by the test");
			}
		}

	}

	record Petra() implements SignedIn {

		@Override
		public long accountId() {
			return 7;
		}

		@Override
		public String displayName() {
			return "Petra Kern";
		}

		@Override
		public boolean limited() {
			return false;
		}

		@Override
		public Role role() {
			return Role.OPERATOR;
		}

	}

}
