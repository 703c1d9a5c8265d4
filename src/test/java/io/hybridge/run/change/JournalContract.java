package io.hybridge.run.change;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.microsoft365.TenantIdentity;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.BuiltStates;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases;
import io.hybridge.run.Leases.LostLease;
import io.hybridge.run.RunAudit;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.WritableRuns;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.support.Faults;
import io.hybridge.support.MutableClock;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What journal and lease promise, whatever the database. */
@Import({ Journal.class, JournaledChanges.class, ChangeRecorder.class, ChangeTimeline.class, RunAudit.class,
		Bundles.class, WritableRuns.class, Leases.class, BuiltStates.class, JournalContract.Surroundings.class })
abstract class JournalContract {

	private static final AuditActor PETRA = AuditActor.person(7, "Petra Kern", null);

	private static final Change ENABLE = new EnablePushProxy("", new DomainName("fabrikam.com"));

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final StoredMessage WHY = StoredMessage.of("timeline.confirmed");

	@Autowired
	Journal journal;

	@Autowired
	Leases leases;

	@Autowired
	StepRuns runs;

	@Autowired
	JournaledChanges changes;

	@Autowired
	ChangeTimeline timelines;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	ApplicationEventPublisher events;

	private OrganizationId fabrikam;

	private StepRun run;

	@BeforeEach
	void register() {
		this.fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		this.events.publishEvent(new Organization.Registered(this.fabrikam, Environment.LAB));
		this.run = save(new StepRun(this.fabrikam, StepName.PUSH_PROXY, RunKind.APPLY, PETRA, MutableClock.START));
		this.transaction.executeWithoutResult((status) -> this.journal.open(this.run, List.of(ENABLE)));
	}

	@Test
	void recordsTheIntentTogetherWithTheRecord() {
		this.journal.intend(leased(), change(), MINUTE, Optional.empty());
		assertThat(change().state()).isEqualTo(ChangeState.SENT);
		assertThat(change().attempts().sent()).isEqualTo(1);
		assertThat(recorded()).containsExactly("ATTEMPTED");
		assertThat(timeline()).isEqualTo(1);
	}

	@Test
	void everyRecordOfAChangeInTheTenantSaysAsWhomAndUnderWhichRequest() {
		JournaledChange intended = this.journal.intend(leased(), change(), MINUTE,
				Optional.of(new TenantIdentity("admin@fabrikam.com", "the-object", "the-tenant")));
		this.journal.answered(leased(), intended, new ChangeAnswer("Microsoft Graph", List.of(), "4711", "{}"));
		this.journal.decide(leased(), change(), ChangeState.DONE, "", WHY);
		List<String> records = this.jdbc
			.sql("select parameters from audit_entry where kind = 'CHANGE' and run_id = ? order by id")
			.param(this.run.id())
			.query(String.class)
			.list();
		assertThat(records).hasSize(2)
			.allSatisfy((record) -> assertThat(record).contains("admin@fabrikam.com", "the-object", "the-tenant"));
		assertThat(records.getFirst()).doesNotContain("4711");
		assertThat(records.getLast()).contains("4711");
	}

	@Test
	void writesNothingForAHolderWhoOverslept() {
		LeasedRun old = leased();
		this.journal.intend(old, change(), MINUTE, Optional.empty());
		leased();
		for (Runnable write : List.<Runnable>of(() -> this.journal.intend(old, change(), MINUTE, Optional.empty()),
				() -> this.journal.answered(old, change(), new ChangeAnswer("EX1", List.of(), "", "")),
				() -> this.journal.unknown(old, change(), MINUTE, WHY, ""),
				() -> this.journal.postpone(old, change(), Instant.EPOCH, ""),
				() -> this.journal.decide(old, change(), ChangeState.DONE, "", WHY),
				() -> this.journal.found(old, change(), ""), () -> this.journal.refuse(old, change(), WHY, ""),
				() -> this.journal.markUndone(old, List.of(change().id())))) {
			assertThatExceptionOfType(LostLease.class).isThrownBy(write::run);
		}
		assertThat(change().state()).isEqualTo(ChangeState.SENT);
		assertThat(change().attempts().sent()).isEqualTo(1);
		assertThat(change().answerMissing()).isTrue();
		assertThat(recorded()).containsExactly("ATTEMPTED");
		assertThat(timeline()).isEqualTo(1);
	}

	@Test
	@Faults("F77")
	void recordsNoIntentWhereTheRecordCannotBeWritten() {
		LeasedRun leased = leased();
		this.jdbc
			.sql("alter table audit_entry add constraint full_disk check (kind <> 'CHANGE' or run_id <> "
					+ this.run.id() + ")")
			.update();
		try {
			assertThatThrownBy(() -> this.journal.intend(leased, change(), MINUTE, Optional.empty()))
				.isInstanceOf(DataAccessException.class);
		}
		finally {
			this.jdbc.sql("alter table audit_entry drop constraint full_disk").update();
		}
		assertThat(change().state()).isEqualTo(ChangeState.WAITING);
		assertThat(change().attempts().sent()).isZero();
		assertThat(timeline()).isZero();
		assertThat(recorded()).isEmpty();
	}

	@Test
	@Faults("F70")
	void givesTheOrganizationToOneOfMany() throws Exception {
		List<Callable<OptionalLong>> takers = LongStream.range(0, 8)
			.mapToObj((i) -> save(new StepRun(this.fabrikam, StepName.OAUTH, RunKind.APPLY, PETRA, MutableClock.START))
				.id())
			.<Callable<OptionalLong>>map((id) -> () -> this.leases.take(this.fabrikam, id))
			.toList();
		long given = 0;
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			for (Future<OptionalLong> taken : threads.invokeAll(takers)) {
				given += taken.get().isPresent() ? 1 : 0;
			}
		}
		assertThat(given).isEqualTo(1);
	}

	@Test
	void keepsTheOrganizationUntilItsRunHasEnded() {
		long other = save(new StepRun(this.fabrikam, StepName.OAUTH, RunKind.UNDO, PETRA, MutableClock.START)).id();
		long first = this.leases.take(this.fabrikam, this.run.id()).orElseThrow();
		assertThat(this.leases.take(this.fabrikam, other)).isEmpty();
		assertThat(this.leases.take(this.fabrikam, this.run.id())).hasValue(first + 1);
		this.transaction
			.executeWithoutResult((status) -> this.runs.require(this.run.id()).end(RunState.DONE, MutableClock.START));
		assertThat(this.leases.take(this.fabrikam, other)).hasValue(first + 2);
	}

	@Test
	void appliesAPlanOnce() {
		save(new StepRun(this.fabrikam, StepName.OAUTH, RunKind.APPLY, PETRA, MutableClock.START).applying(4711, null));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> save(new StepRun(this.fabrikam, StepName.OAUTH, RunKind.APPLY, PETRA, MutableClock.START)
				.applying(4711, null)));
		this.jdbc.sql("update step_run set plan_id = null where plan_id = 4711").update();
	}

	@Test
	void recordsOnceThatSomethingIsUnknownHoweverOftenItLooks() {
		LeasedRun leased = leased();
		this.journal.intend(leased, change(), MINUTE, Optional.empty());
		this.journal.unknown(leased, change(), MINUTE, StoredMessage.of("timeline.no-answer", "EX1"), "reset");
		this.journal.unknown(leased, change(), MINUTE, StoredMessage.of("timeline.not-there-yet"), "");
		assertThat(recorded()).containsExactly("ATTEMPTED", "UNKNOWN");
		assertThat(told()).containsExactly("timeline.sent", "timeline.no-answer", "timeline.not-there-yet");
		assertThat(change().attempts().looks()).isEqualTo(2);
		assertThat(change().evidence().text()).isEqualTo("reset");
		assertThat(change().nextAt()).isEqualTo(MutableClock.START.plus(MINUTE));
	}

	@Test
	void recordsThatTheNextAttemptIsUnknownToo() {
		LeasedRun leased = leased();
		for (int attempt = 0; attempt < 2; attempt++) {
			this.journal.intend(leased, change(), MINUTE, Optional.empty());
			this.journal.unknown(leased, change(), MINUTE, WHY, "");
		}
		assertThat(recorded()).containsExactly("ATTEMPTED", "UNKNOWN", "ATTEMPTED", "UNKNOWN");
		assertThat(pairs()).containsExactly(pair(1), pair(1), pair(2), pair(2));
	}

	@Test
	void waitsWhereItIsAskedToAndTriesAgainByAnAttemptOfItsOwn() {
		LeasedRun leased = leased();
		Instant later = MutableClock.START.plus(Duration.ofMinutes(5));
		this.journal.intend(leased, change(), MINUTE, Optional.empty());
		this.journal.postpone(leased, change(), later, "429 Too Many Requests");
		assertThat(change().state()).isEqualTo(ChangeState.WAITING);
		assertThat(change().nextAt()).isEqualTo(later);
		assertThat(change().evidence().text()).isEqualTo("429 Too Many Requests");
		this.journal.intend(leased, change(), MINUTE, Optional.empty());
		assertThat(change().nextAt()).isNull();
		assertThat(recorded()).containsExactly("ATTEMPTED", "NOT_DONE", "ATTEMPTED");
		assertThat(pairs()).containsExactly(pair(1), pair(1), pair(2));
		assertThat(told()).containsExactly("timeline.sent", "timeline.asked-to-wait", "timeline.sent");
	}

	@Test
	void keepsTheAnswerAsEvidenceAndDecidesNothingByIt() {
		LeasedRun leased = leased();
		this.journal.intend(leased, change(), MINUTE, Optional.empty());
		this.journal.answered(leased, change(), new ChangeAnswer("EX1", List.of(), "", "{}"));
		assertThat(change().state()).isEqualTo(ChangeState.SENT);
		assertThat(change().answerMissing()).isFalse();
		assertThat(recorded()).containsExactly("ATTEMPTED");
		assertThat(told()).containsExactly("timeline.sent", "timeline.answered");
	}

	@Test
	void leavesToOthersWhatWasThereBeforeItWasSent() {
		this.journal.found(leased(), change(), "fabrikam.com");
		assertThat(change().state()).isEqualTo(ChangeState.ALREADY_SO);
		assertThat(change().touched()).isFalse();
		assertThat(change().evidence().found()).isEqualTo("fabrikam.com");
		assertThat(this.changes.madeIn(this.fabrikam, StepName.PUSH_PROXY)).isEmpty();
		assertThat(recorded()).as("not done by Petra").containsExactly("ALREADY_SO");
		assertThat(told()).containsExactly("timeline.already-there");
	}

	@Test
	void claimsNothingThatItsAnswerSaysWasThereBefore() {
		LeasedRun leased = leased();
		this.journal.intend(leased, change(), MINUTE, Optional.empty());
		this.journal.unmoved(leased, change(), "fabrikam.com");
		assertThat(this.changes.madeIn(this.fabrikam, StepName.PUSH_PROXY)).isEmpty();
		assertThat(this.changes.newestSentIn(this.fabrikam, StepName.PUSH_PROXY)).as("its answer still tells")
			.isPresent();
		assertThat(recorded()).containsExactly("ATTEMPTED", "ALREADY_SO");
	}

	@Test
	void recordsARefusalInTheRemoteSidesWords() {
		LeasedRun leased = leased();
		this.journal.intend(leased, change(), MINUTE, Optional.empty());
		this.journal.refuse(leased, change(), StoredMessage.of("failure.exchange.refused", "EX1"), "Access denied");
		assertThat(change().state()).isEqualTo(ChangeState.NOT_DONE);
		assertThat(change().evidence().text()).isEqualTo("Access denied");
		assertThat(recorded()).containsExactly("ATTEMPTED", "NOT_DONE");
		assertThat(told()).containsExactly("timeline.sent", "failure.exchange.refused");
	}

	@ParameterizedTest
	@EnumSource(names = { "DONE", "ALREADY_SO", "NOT_DONE", "CONFLICT" })
	void pairsTheRecordOfAnEndWithThatOfItsBeginning(ChangeState outcome) {
		LeasedRun leased = leased();
		this.journal.intend(leased, change(), MINUTE, Optional.empty());
		this.journal.decide(leased, change(), outcome, "found", WHY);
		assertThat(change().state()).isEqualTo(outcome);
		assertThat(recorded()).containsExactly("ATTEMPTED", outcome.name());
		assertThat(pairs()).containsExactly(pair(1), pair(1));
		assertThat(change().nextAt()).isNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "WAITING", "SENT", "UNKNOWN" })
	void decidesNothingThatIsStillOpen(ChangeState open) {
		LeasedRun leased = leased();
		this.journal.intend(leased, change(), MINUTE, Optional.empty());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.journal.decide(leased, change(), open, "found", WHY));
		assertThat(change().state()).isEqualTo(ChangeState.SENT);
		assertThat(change().evidence().found()).isNull();
		assertThat(timeline()).isEqualTo(1);
	}

	@Test
	void isKnownAgainOnceSomethingIsSent() {
		LeasedRun leased = leased();
		this.transaction.executeWithoutResult(
				(status) -> this.runs.require(this.run.id()).pause(RunState.UNKNOWN, MutableClock.START));
		this.journal.intend(leased, change(), MINUTE, Optional.empty());
		assertThat(this.runs.require(this.run.id()).state()).isEqualTo(RunState.RUNNING);
	}

	private StepRun save(StepRun run) {
		return this.transaction.execute((status) -> this.runs.save(run));
	}

	private LeasedRun leased() {
		return new LeasedRun(this.run.request(), this.leases.take(this.fabrikam, this.run.id()).orElseThrow());
	}

	private JournaledChange change() {
		return this.changes.of(this.run.id()).getFirst();
	}

	private List<String> recorded() {
		return this.jdbc.sql("select outcome from audit_entry where run_id = ? and organization_id = ? order by id")
			.param(this.run.id())
			.param(this.fabrikam.value())
			.query(String.class)
			.list();
	}

	private List<String> pairs() {
		return this.jdbc.sql("select pair from audit_entry where run_id = ? and organization_id = ? order by id")
			.param(this.run.id())
			.param(this.fabrikam.value())
			.query(String.class)
			.list();
	}

	private String pair(int attempt) {
		return "change-" + change().id() + "-" + attempt;
	}

	private List<String> told() {
		return this.timelines.of(this.run.id()).stream().map((line) -> line.text().key()).toList();
	}

	private long timeline() {
		return this.jdbc.sql("select count(*) from step_change_timeline where change_id = ?")
			.param(change().id())
			.query(Long.class)
			.single();
	}

	/** The record, and what else the journal needs. */
	@TestConfiguration(proxyBeanMethods = false)
	@ComponentScan(basePackages = "io.hybridge.audit", useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "io\\.hybridge\\.audit\\.Audit(Log|Chain)"))
	static class Surroundings {

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder().build();
		}

	}

}
