package io.hybridge.organization;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationCare.Correction;
import io.hybridge.support.Faults;
import io.hybridge.support.MutableClock;
import io.hybridge.support.WaitingSessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What correcting, archiving and removing promise, whatever the database. */
@Import({ OrganizationCare.class, WaitingSessions.class, OrganizationCareContract.Surroundings.class })
abstract class OrganizationCareContract {

	private static final AuditActor PETRA = AuditActor.person(7, "Petra Kern", null);

	private static final OffsetDateTime NOW = MutableClock.START.atOffset(ZoneOffset.UTC);

	private static final List<String> TABLES = List.of("expiry", "device_test", "missed_certificate", "seen_server",
			"built_state", "server_probe", "step_change_timeline", "step_change", "step_plan", "step_snapshot",
			"step_status", "organization_lease", "step_run", "audit_entry", "organization");

	@Autowired
	OrganizationCare care;

	@Autowired
	Organizations organizations;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	WaitingSessions sessions;

	private OrganizationId fabrikam;

	@BeforeEach
	void register() {
		TABLES.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		this.fabrikam = add("Fabrikam", "fabrikam.com");
	}

	@Test
	void correctsNameAndDomainAndRecordsBoth() {
		this.care.correct(this.fabrikam, 0, to("Fabrikam Nord", "fabrikam.de"), PETRA);
		Organization corrected = this.organizations.require(this.fabrikam);
		assertThat(corrected.name()).isEqualTo("Fabrikam Nord");
		assertThat(corrected.domain()).isEqualTo(new DomainName("fabrikam.de"));
		assertThat(recorded("ORGANIZATION_CORRECTED")).singleElement()
			.asString()
			.contains("fabrikam.com", "fabrikam.de", "Fabrikam Nord");
	}

	@Test
	void correctsNothingOnceItIsArchived() {
		this.care.archive(this.fabrikam, 0, PETRA);
		assertThatExceptionOfType(StillInUse.class)
			.isThrownBy(() -> this.care.correct(this.fabrikam, 1, to("Fabrikam Nord", "fabrikam.com"), PETRA))
			.satisfies((refused) -> assertThat(refused.code()).isEqualTo("organization.archived.refused"));
		assertThat(this.organizations.require(this.fabrikam).name()).isEqualTo("Fabrikam");
	}

	@Test
	void recordsNothingWhereNothingIsOther() {
		this.care.correct(this.fabrikam, 0, to("Fabrikam", "fabrikam.com"), PETRA);
		assertThat(recorded("ORGANIZATION_CORRECTED")).isEmpty();
	}

	@Test
	void forgetsWhatWasSeenUnderTheFormerDomainAndKeepsItsRuns() {
		long check = run("CHECK", "DONE", true);
		looked(check);
		this.care.correct(this.fabrikam, 0, to("Fabrikam", "fabrikam.de"), PETRA);
		assertThat(count("step_snapshot")).isZero();
		assertThat(count("step_status")).isZero();
		assertThat(count("missed_certificate")).isZero();
		assertThat(count("device_test")).isZero();
		assertThat(count("step_run")).isOne();
	}

	@Test
	void keepsWhatWasSeenWhereOnlyTheNameIsOther() {
		looked(run("CHECK", "DONE", true));
		this.care.correct(this.fabrikam, 0, to("Fabrikam Nord", "fabrikam.com"), PETRA);
		assertThat(count("step_snapshot")).isOne();
		assertThat(count("step_status")).isOne();
	}

	@Test
	void givesItAnotherNameButNoOtherDomainOnceSomethingWasSent() {
		sent(run("APPLY", "DONE", true));
		this.care.correct(this.fabrikam, 0, to("Fabrikam Nord", "fabrikam.com"), PETRA);
		assertThatExceptionOfType(StillInUse.class)
			.isThrownBy(() -> this.care.correct(this.fabrikam, 1, to("Fabrikam", "fabrikam.de"), PETRA));
		assertThat(this.organizations.require(this.fabrikam).domain()).isEqualTo(new DomainName("fabrikam.com"));
		assertThat(this.organizations.require(this.fabrikam).name()).isEqualTo("Fabrikam Nord");
	}

	@Test
	void countsAHealthManagerThatWasRestartedAsSent() {
		long probe = run("VERIFY", "DONE", true);
		this.jdbc.sql("""
				insert into server_probe (run_id, ordinal, server, state, intent_at)
				values (:run, 0, 'ex1.fabrikam.local', 'DONE', :now)""").param("run", probe).param("now", NOW).update();
		assertThatExceptionOfType(StillInUse.class).isThrownBy(() -> this.care.remove(this.fabrikam, 0, PETRA));
	}

	@Test
	void countsARefusedPlanOfWhichNothingWasSentAsNothing() {
		long refused = run("APPLY", "STALE", true);
		change(refused, null);
		this.care.correct(this.fabrikam, 0, to("Fabrikam", "fabrikam.de"), PETRA);
		assertThat(this.organizations.require(this.fabrikam).domain()).isEqualTo(new DomainName("fabrikam.de"));
	}

	@Test
	@Faults("F85")
	void changesNoDomainAndArchivesAndRemovesNothingWhileARunIsUnderWay() {
		run("CHECK", "RUNNING", false);
		assertThatExceptionOfType(StillInUse.class)
			.isThrownBy(() -> this.care.correct(this.fabrikam, 0, to("Fabrikam", "fabrikam.de"), PETRA));
		assertThatExceptionOfType(StillInUse.class).isThrownBy(() -> this.care.archive(this.fabrikam, 0, PETRA));
		assertThatExceptionOfType(StillInUse.class).isThrownBy(() -> this.care.remove(this.fabrikam, 0, PETRA));
		assertThat(count("audit_entry")).isZero();
	}

	@Test
	void waitsForWhoeverBeginsARunAndThenChangesNoDomain() throws Exception {
		try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
			Future<?> correction = this.transaction.execute((status) -> {
				this.jdbc.sql("select token from organization_lease where organization_id = :id for update")
					.param("id", this.fabrikam.value())
					.query(Long.class)
					.single();
				Future<?> waiting = threads
					.submit(() -> this.care.correct(this.fabrikam, 0, to("Fabrikam", "fabrikam.de"), PETRA));
				this.sessions.await(waiting);
				run("CHECK", "QUEUED", false);
				return waiting;
			});
			assertThat(correction).failsWithin(io.hybridge.support.Waiting.LIMIT)
				.withThrowableThat()
				.withCauseInstanceOf(StillInUse.class);
		}
		assertThat(this.organizations.require(this.fabrikam).domain()).isEqualTo(new DomainName("fabrikam.com"));
	}

	@Test
	void overwritesNothingThatWasNotSeen() {
		this.care.correct(this.fabrikam, 0, to("Fabrikam Nord", "fabrikam.com"), PETRA);
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.care.correct(this.fabrikam, 0, to("Fabrikam Ost", "fabrikam.com"), PETRA));
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.care.archive(this.fabrikam, 0, PETRA));
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.care.remove(this.fabrikam, 0, PETRA));
		assertThat(this.organizations.require(this.fabrikam).name()).isEqualTo("Fabrikam Nord");
	}

	@Test
	void archivesAndBringsBackWithEverythingThatWasSeen() {
		looked(run("CHECK", "DONE", true));
		sent(run("APPLY", "DONE", true));
		this.care.archive(this.fabrikam, 0, PETRA);
		assertThat(this.organizations.require(this.fabrikam).isArchived()).isTrue();
		this.care.restore(this.fabrikam, 1, PETRA);
		assertThat(this.organizations.require(this.fabrikam).isArchived()).isFalse();
		assertThat(count("step_status")).isOne();
		assertThat(recorded("ORGANIZATION_ARCHIVED")).hasSize(1);
		assertThat(recorded("ORGANIZATION_RESTORED")).hasSize(1);
	}

	@Test
	void removesEverythingButTheRecords() {
		looked(run("CHECK", "DONE", true));
		change(run("APPLY", "STALE", true), null);
		OrganizationId other = add("Contoso", "contoso.com");
		this.care.remove(this.fabrikam, 0, PETRA);
		assertThat(this.organizations.findById(this.fabrikam.value())).isEmpty();
		List.of("step_run", "step_change", "step_plan", "step_snapshot", "step_status", "missed_certificate",
				"device_test")
			.forEach((table) -> assertThat(count(table)).as(table).isZero());
		assertThat(this.organizations.findById(other.value())).isPresent();
		assertThat(recorded("ORGANIZATION_REMOVED")).hasSize(1);
	}

	@Test
	void removesNothingOnceSomethingWasSent() {
		sent(run("APPLY", "NOT_DONE", true));
		assertThatExceptionOfType(StillInUse.class).isThrownBy(() -> this.care.remove(this.fabrikam, 0, PETRA));
		assertThat(count("step_change")).isOne();
		assertThat(count("audit_entry")).isZero();
	}

	@Test
	void tellsTwoOfOneNameApartByTheirDomains() {
		assertThat(this.organizations.require(this.fabrikam).title()).isEqualTo("Fabrikam");
		OrganizationId other = add("Fabrikam", "fabrikam.de");
		assertThat(this.organizations.require(this.fabrikam).title()).isEqualTo("Fabrikam (fabrikam.com)");
		assertThat(this.organizations.require(other).title()).isEqualTo("Fabrikam (fabrikam.de)");
		this.care.correct(other, 0, to("Fabrikam Nord", "fabrikam.de"), PETRA);
		assertThat(this.organizations.require(this.fabrikam).title()).isEqualTo("Fabrikam");
	}

	private OrganizationId add(String name, String domain) {
		OrganizationId id = RegisteredOrganizations.add(this.jdbc, name, domain);
		this.events.publishEvent(new Organization.Registered(id, Environment.LAB));
		return id;
	}

	private static Correction to(String name, String domain) {
		return new Correction(name, new DomainName(domain), domain);
	}

	private long run(String kind, String state, boolean ended) {
		this.jdbc.sql("""
				insert into step_run (organization_id, step, kind, state, actor_id, actor_name, requested_at, ended_at)
				values (:organization, 'OAUTH', :kind, :state, 7, 'Petra Kern', :now, :ended)""")
			.param("organization", this.fabrikam.value())
			.param("kind", kind)
			.param("state", state)
			.param("now", NOW)
			.param("ended", ended ? NOW : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
		return this.jdbc.sql("select max(id) from step_run").query(Long.class).single();
	}

	private void looked(long run) {
		this.jdbc.sql("""
				insert into step_snapshot (organization_id, step, run_id, taken_at, content)
				values (:organization, 'OAUTH', :run, :now, '{}')""")
			.param("organization", this.fabrikam.value())
			.param("run", run)
			.param("now", NOW)
			.update();
		this.jdbc.sql("""
				insert into step_plan (organization_id, step, purpose, run_id, content, fingerprint, author_id,
				  author_name, made_at, valid_until)
				values (:organization, 'OAUTH', 'APPLY', :run, '{}', 'f', 7, 'Petra Kern', :now, :now)""")
			.param("organization", this.fabrikam.value())
			.param("run", run)
			.param("now", NOW)
			.update();
		this.jdbc
			.sql("""
					insert into step_status (organization_id, step, look, look_reason, look_cause, state, reason, checked_at)
					values (:organization, 'OAUTH', 'IN_EFFECT', :reason, 'OTHER', 'IN_EFFECT', :reason, :now)""")
			.param("organization", this.fabrikam.value())
			.param("reason", "{\"key\":\"x\",\"values\":[]}")
			.param("now", NOW)
			.update();
		missed();
	}

	private void missed() {
		this.jdbc.sql("insert into seen_server (organization_id, server, since) values (?, 'ex1', current_timestamp)")
			.param(this.fabrikam.value())
			.update();
		this.jdbc.sql("""
				insert into missed_certificate (organization_id, server, thumbprint, since)
				values (:organization, 'ex2.fabrikam.local', 'AB', :now)""")
			.param("organization", this.fabrikam.value())
			.param("now", NOW)
			.update();
		this.jdbc.sql("""
				insert into device_test (organization_id, answer, account_id, account_name, recorded_at)
				values (:organization, 'YES', 7, 'Petra Kern', :now)""")
			.param("organization", this.fabrikam.value())
			.param("now", NOW)
			.update();
	}

	private void sent(long run) {
		change(run, NOW);
	}

	private void change(long run, OffsetDateTime intent) {
		this.jdbc.sql("""
				insert into step_change (run_id, ordinal, content, state, attempts, intent_at, looks, undone)
				values (:run, 0, '{}', 'DONE', 1, :intent, 0, false)""")
			.param("run", run)
			.param("intent", intent, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
	}

	private List<String> recorded(String kind) {
		return this.jdbc.sql("select parameters from audit_entry where kind = ?")
			.param(kind)
			.query(String.class)
			.list();
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	@TestConfiguration
	@ComponentScan(basePackages = { "io.hybridge.audit", "io.hybridge.run" }, useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "io\\.hybridge\\.(audit\\.Audit(Log|Chain)|run\\.(RunHistory|Leases|BuiltStates))"))
	static class Surroundings {

	}

}
