package io.hybridge.enablement;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.enablement.Enablement.ExposureNotAccepted;
import io.hybridge.enablement.Enablement.NotConfirmed;
import io.hybridge.enablement.Enablement.PlanExpired;
import io.hybridge.enablement.approval.Approvals;
import io.hybridge.enablement.approval.Approvals.NotApproved;
import io.hybridge.enablement.offer.NotOffered;
import io.hybridge.enablement.offer.Refusal;
import io.hybridge.enablement.offer.StepConditions;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.BuiltStates;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.plan.Inspection;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Planner.Planned;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.run.status.StatusSettings;
import io.hybridge.run.status.StepStatuses;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.Preferences;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.UserName;
import io.hybridge.step.ManyLooks;
import io.hybridge.step.StepName;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.observation.Observation;
import io.hybridge.support.Faults;
import io.hybridge.support.MutableClock;
import io.hybridge.support.WaitingSessions;

import static io.hybridge.support.Waiting.LIMIT;
import static io.hybridge.support.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** What asking for a run promises, however many ask, whatever the database. */
@Import({ Enablement.class, Admission.class, Discards.class, DeviceTests.class, RunQueue.class, RequestAudit.class,
		Confirmations.class, Consent.class, WaitingSessions.class, Bundles.class,
		EnablementContract.Surroundings.class })
abstract class EnablementContract {

	private static final int MANY = 6;

	private static final AuditActor PETRA = AuditActor.person(7, "Petra Kern", null);

	private static final AuditActor OTTO = AuditActor.person(8, "Otto Brandt", null);

	@Autowired
	Enablement enablement;

	@Autowired
	Discards discards;

	@Autowired
	DeviceTests deviceTests;

	@Autowired
	StepRuns runs;

	@Autowired
	Plans plans;

	@Autowired
	BuiltStates built;

	@Autowired
	Snapshots snapshots;

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

	@Autowired
	WaitingSessions sessions;

	@MockitoBean
	SchedulerClient scheduler;

	@MockitoBean
	OrganizationHistory history;

	@Autowired
	Approvals approvals;

	@Autowired
	Accounts accounts;

	private OrganizationId fabrikam;

	@BeforeEach
	void register() {
		this.fabrikam = register("Fabrikam", "fabrikam.com");
	}

	@Test
	void beginsARunThatIsScheduledAndShown() {
		StepRun run = this.runs.require(check(PETRA));
		assertThat(run.state()).isEqualTo(RunState.QUEUED);
		assertThat(run.requestedAt()).isEqualTo(MutableClock.START);
		assertThat(run.actor()).isEqualTo(PETRA);
		assertThat(this.statuses.of(this.fabrikam).steps().get(StepName.OAUTH.ordinal()).state())
			.isEqualTo(StepState.RUNNING);
		verify(this.scheduler).schedule(any(SchedulableInstance.class));
	}

	@Test
	@Faults("F69")
	void givesTheSameRunForTheSameRequest() {
		long first = check(PETRA);
		assertThat(check(PETRA)).isEqualTo(first);
		verify(this.scheduler, times(1)).schedule(any(SchedulableInstance.class));
	}

	@Test
	void letsSomebodyElseWatchTheRunThatIsThere() {
		long first = check(PETRA);
		assertThat(check(OTTO)).isEqualTo(first);
		assertThat(this.runs.require(first).actor()).isEqualTo(PETRA);
	}

	@Test
	void givesOneRunHoweverManyAskAtTheSameTime() throws Exception {
		assertThat(together(() -> check(PETRA))).hasSize(1);
		assertThat(count("step_run")).isOne();
		verify(this.scheduler, times(1)).schedule(any(SchedulableInstance.class));
	}

	@Test
	void beginsAnotherRunWhenTheFirstHasEnded() {
		long first = check(PETRA);
		end(first, RunState.DONE);
		assertThat(check(OTTO)).isGreaterThan(first);
	}

	@Test
	void tellsStepsAndOrganizationsApart() {
		long oauth = check(PETRA);
		long tenant = this.enablement.check(this.fabrikam, StepName.TENANT, PETRA, null);
		OrganizationId contoso = register("Contoso", "contoso.com");
		long other = this.enablement.check(contoso, StepName.OAUTH, PETRA, null);
		assertThat(Set.of(oauth, tenant, other)).hasSize(3);
	}

	@Test
	void keepsTheCertificateThatAPersonChose() {
		long run = this.enablement.check(this.fabrikam, StepName.OAUTH, PETRA, "A".repeat(40));
		assertThat(this.runs.require(run).choice()).isEqualTo("A".repeat(40));
	}

	@Test
	void takesNothingBackWhereNothingIsOurs() {
		refused(Refusal.NOTHING_TO_UNDO, () -> this.enablement.checkUndo(this.fabrikam, StepName.OAUTH, PETRA));
	}

	@Test
	@Faults("F67")
	void carriesAPlanOutOnceHoweverManyAskAtTheSameTime() throws Exception {
		Plan plan = planned(StepName.PUSH_PROXY, false);
		Set<Long> given = together(() -> this.enablement.apply(plan, PETRA, form("window", false)));
		assertThat(given).hasSize(1);
		assertThat(attempted()).isOne();
		assertThat(this.jdbc.sql("select count(*) from step_change where run_id = ?")
			.param(given.iterator().next())
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void showsTheRunOfAPlanThatSomebodyElseCarriedOut() {
		Plan plan = planned(StepName.PUSH_PROXY, false);
		long first = this.enablement.apply(plan, PETRA, form("window", false));
		assertThat(this.enablement.apply(plan, OTTO, form("again", false))).isEqualTo(first);
		end(first, RunState.DONE);
		assertThat(this.enablement.apply(plan, OTTO, form("again", false))).isEqualTo(first);
		assertThat(this.runs.require(first).reason()).isEqualTo("window");
		assertThat(this.jdbc.sql("select reason from audit_entry where run_id = ?")
			.param(first)
			.query(String.class)
			.list()).isNotEmpty().containsOnly("window");
		assertThat(this.runs.require(first).actor()).isEqualTo(PETRA);
		assertThat(attempted()).isOne();
	}

	@Test
	void beginsNothingWhileAnotherStepHoldsTheOrganization() {
		Plan oauth = planned(StepName.OAUTH, false);
		Plan proxy = planned(StepName.PUSH_PROXY, false);
		long holding = this.enablement.apply(oauth, PETRA, form(null, false));
		refused(Refusal.HELD, () -> this.enablement.apply(proxy, OTTO, form(null, false)));
		end(holding, RunState.NOT_DONE);
		assertThat(this.enablement.apply(proxy, OTTO, form(null, false))).isGreaterThan(holding);
	}

	@Test
	void looksWhileAnotherStepHoldsTheOrganization() {
		long holding = this.enablement.apply(planned(StepName.PUSH_PROXY, false), PETRA, form(null, false));
		assertThat(check(OTTO)).isGreaterThan(holding);
	}

	@Test
	void carriesNoPlanOutThatIsTooOld() {
		Plan plan = planned(StepName.PUSH_PROXY, false);
		this.clock.advance(Duration.ofMinutes(30));
		assertThatExceptionOfType(PlanExpired.class)
			.isThrownBy(() -> this.enablement.apply(plan, PETRA, form(null, false)));
		nothingBegan();
	}

	@Test
	void carriesAPlanOutUntilItsLastMoment() {
		Plan plan = planned(StepName.PUSH_PROXY, false);
		this.clock.advance(Duration.ofMinutes(30).minusNanos(1000));
		assertThat(this.enablement.apply(plan, PETRA, form(null, false))).isPositive();
	}

	@Test
	void carriesNoPlanOutThatANewerLookReplaced() {
		Plan older = planned(StepName.PUSH_PROXY, false);
		planned(StepName.PUSH_PROXY, false);
		refused(Refusal.NO_PLAN, () -> this.enablement.apply(older, PETRA, form(null, false)));
	}

	/** What was seen over another connection may have been another world. */
	@Test
	@Faults("F68")
	void carriesNoPlanOutOnceTheConnectionLeadsElsewhere() {
		Plan plan = planned(StepName.PUSH_PROXY, false);
		this.events.publishEvent(new ServerLinks.LeadElsewhere(new OrganizationId(this.fabrikam.value() + 1)));
		this.events.publishEvent(new ServerLinks.Changed(this.fabrikam, List.of()));
		assertThat(this.plans.discarded(plan)).as("another organization's, and another password").isFalse();
		this.events.publishEvent(new ServerLinks.LeadElsewhere(this.fabrikam));
		refused(Refusal.NO_PLAN, () -> this.enablement.apply(plan, PETRA, form(null, false)));
		nothingBegan();
	}

	@Test
	void changesARealOrganizationForTheFirstTimeOnlyWhereItsNameWasTyped() {
		this.jdbc.sql("update organization set environment = 'LIVE' where id = ?")
			.param(this.fabrikam.value())
			.update();
		when(this.history.of(this.fabrikam))
			.thenReturn(new OrganizationHistory.Use(false, false, true, false, false, 1));
		Plan plan = planned(StepName.PUSH_PROXY, false);
		assertThatExceptionOfType(NotConfirmed.class)
			.isThrownBy(() -> this.enablement.apply(plan, PETRA, form(null, false)));
		nothingBegan();
		assertThat(this.enablement.apply(plan, PETRA, new ApplyForm(null, null, false, null, "Fabrikam"))).isPositive();
	}

	@Test
	void asksForNoNameOnceARealOrganizationWasChanged() {
		this.jdbc.sql("update organization set environment = 'LIVE' where id = ?")
			.param(this.fabrikam.value())
			.update();
		when(this.history.of(this.fabrikam))
			.thenReturn(new OrganizationHistory.Use(false, false, true, true, false, 1));
		Plan plan = planned(StepName.PUSH_PROXY, false);
		assertThat(this.enablement.apply(plan, PETRA, form(null, false))).isPositive();
	}

	@Test
	void appliesWhatASecondPersonApprovedAndNothingElse() {
		this.jdbc.sql("insert into approval_rule (organization_id, rule) values (?, 'EVERY_PLAN')")
			.param(this.fabrikam.value())
			.update();
		Plan plan = planned(StepName.PUSH_PROXY, false);
		AuditActor second = approver();
		assertThatExceptionOfType(NotApproved.class)
			.isThrownBy(() -> this.enablement.apply(plan, PETRA, form(null, false)));
		assertThat(this.approvals.give(plan, second)).isTrue();
		assertThat(this.approvals.give(plan, second)).as("twice").isFalse();
		assertThatExceptionOfType(NotApproved.class)
			.isThrownBy(() -> this.enablement.apply(plan, second, form(null, false)));
		nothingBegan();
		assertThat(this.enablement.apply(plan, PETRA, form(null, false))).isPositive();
	}

	private AuditActor approver() {
		return this.accounts
			.save(new Account(UserName.of("approver@fabrikam.com"), "Otto Brandt", "none", Role.OPERATOR,
					Preferences.of(Locale.ENGLISH), MutableClock.START))
			.person()
			.actor();
	}

	@Test
	@Faults("F51")
	void exposesTheSharedPrincipalOnlyWhereSomebodyAcceptsIt() {
		Plan plan = planned(StepName.OAUTH, true);
		assertThatExceptionOfType(ExposureNotAccepted.class)
			.isThrownBy(() -> this.enablement.apply(plan, PETRA, form(null, false)));
		nothingBegan();
		this.enablement.apply(plan, PETRA, form(null, true));
		assertThat(recorded("ACKNOWLEDGMENT")).containsExactly("Petra Kern");
	}

	@Test
	void testsNothingWhereNobodyEverLooked() {
		refused(Refusal.NOT_AS_WANTED, () -> this.enablement.verify(this.fabrikam, StepName.PUSH_PROXY, PETRA));
		refused(Refusal.NOT_OF_THIS_STEP, () -> this.enablement.verify(this.fabrikam, StepName.OAUTH, PETRA));
	}

	@Test
	void testsThePushProxyOnceHoweverManyAskAtTheSameTime() throws Exception {
		looked(StepName.PUSH_PROXY, asWanted());
		assertThat(together(() -> this.enablement.verify(this.fabrikam, StepName.PUSH_PROXY, PETRA))).hasSize(1);
		assertThat(attempted()).isOne();
	}

	@Test
	void putsThePlanAsideOnceThatThePersonSaw() {
		Plan plan = planned(StepName.PUSH_PROXY, false);
		this.discards.discard(plan, PETRA);
		assertThat(this.plans.discarded(plan)).isTrue();
		refused(Refusal.NO_PLAN, () -> this.discards.discard(plan, OTTO));
		assertThat(recorded("PLAN")).containsExactly("Petra Kern");
	}

	@Test
	void putsNoPlanAsideThatANewerLookReplaced() {
		Plan older = planned(StepName.PUSH_PROXY, false);
		Plan newer = planned(StepName.PUSH_PROXY, false);
		refused(Refusal.NO_PLAN, () -> this.discards.discard(older, PETRA));
		assertThat(List.of(older, newer)).noneMatch(this.plans::discarded);
		assertThat(recorded("PLAN")).isEmpty();
	}

	@Test
	void writesNothingAtAnArchivedOrganization() {
		Plan plan = planned(StepName.PUSH_PROXY, false);
		this.jdbc.sql("update organization set archived_at = ? where id = ?")
			.param(this.clock.instant().atOffset(ZoneOffset.UTC))
			.param(this.fabrikam.value())
			.update();
		refused(Refusal.ARCHIVED, () -> this.discards.discard(plan, PETRA));
		refused(Refusal.ARCHIVED, () -> this.deviceTests.record(this.fabrikam, saw(), PETRA));
		assertThat(this.plans.discarded(plan)).isFalse();
		assertThat(count("device_test")).isZero();
	}

	@Test
	void putsNoPlanAsideThatSomebodyIsAboutToCarryOut() {
		Plan plan = planned(StepName.PUSH_PROXY, false);
		refusedBehind(plan, Refusal.WORKING, () -> this.discards.discard(plan, OTTO));
		assertThat(this.plans.discarded(plan)).isFalse();
	}

	@Test
	void takesNoDeviceTestOfAStateThatSomebodyIsAboutToChange() {
		looked(StepName.PUSH_PROXY, asWanted());
		end(this.enablement.verify(this.fabrikam, StepName.PUSH_PROXY, PETRA), RunState.DONE);
		refusedBehind(planned(StepName.OAUTH, false), Refusal.HELD,
				() -> this.deviceTests.record(this.fabrikam, saw(), OTTO));
		assertThat(count("device_test")).isZero();
	}

	@Test
	void takesADeviceTestWhereNothingIsBeingDone() {
		looked(StepName.PUSH_PROXY, asWanted());
		long probe = this.enablement.verify(this.fabrikam, StepName.PUSH_PROXY, PETRA);
		end(probe, RunState.DONE);
		this.jdbc.sql("""
				insert into server_probe (run_id, ordinal, server, state, probed_at, result_type)
				values (?, 0, 'ex1.fabrikam.com', 'PROBED', ?, 'Succeeded')""")
			.params(probe, this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		this.deviceTests.record(this.fabrikam, saw(), PETRA);
		assertThat(count("device_test")).isOne();
	}

	/** Somebody asks while another's request for a plan is not yet committed. */
	private void refusedBehind(Plan plan, Refusal reason, Runnable request) {
		try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
			Future<?> answer = this.transaction.execute((status) -> {
				this.enablement.apply(plan, PETRA, form(null, false));
				Future<?> waiting = threads.submit(request);
				this.sessions.await(waiting);
				return waiting;
			});
			assertThat(answer).failsWithin(LIMIT)
				.withThrowableThat()
				.havingCause()
				.isInstanceOfSatisfying(NotOffered.class, (refused) -> assertThat(refused.refusal()).isEqualTo(reason));
		}
	}

	private static DeviceTestForm saw() {
		return new DeviceTestForm("yes", null, null);
	}

	private long check(AuditActor person) {
		return this.enablement.check(this.fabrikam, StepName.OAUTH, person, null);
	}

	private OrganizationId register(String name, String domain) {
		OrganizationId id = RegisteredOrganizations.add(this.jdbc, name, domain);
		this.events.publishEvent(new Organization.Registered(id, Environment.LAB));
		return id;
	}

	private StepRun looked(StepName step, Examination examination) {
		StepRun look = this.transaction.execute((status) -> this.runs
			.save(new StepRun(this.fabrikam, step, RunKind.CHECK, PETRA, this.clock.instant())));
		end(look.id(), RunState.DONE);
		this.snapshots.keep(look, new Inspection(Observation.none(this.clock.instant()),
				new Planned(examination, Optional.empty(), false), this.built.beginLook(this.fabrikam)));
		return look;
	}

	private Plan planned(StepName step, boolean exposure) {
		StepRun look = looked(step, differing());
		this.plans.keep(look, PlanKind.APPLY,
				new Plan.Content(List.of(new EnablePushProxy("", new DomainName("fabrikam.com"))), List.of(), List.of(),
						List.of(), exposure),
				this.clock.instant());
		return this.plans.madeBy(look.id()).orElseThrow();
	}

	private void end(long run, RunState state) {
		this.transaction.executeWithoutResult((status) -> this.runs.require(run).end(state, this.clock.instant()));
	}

	private void refused(Refusal reason, Runnable request) {
		long before = count("step_run");
		assertThatExceptionOfType(NotOffered.class).isThrownBy(request::run)
			.satisfies((refused) -> assertThat(refused.refusal()).isEqualTo(reason));
		assertThat(count("step_run")).isEqualTo(before);
	}

	private void nothingBegan() {
		assertThat(this.jdbc.sql("select count(*) from step_run where organization_id = ? and kind = 'APPLY'")
			.param(this.fabrikam.value())
			.query(Long.class)
			.single()).isZero();
		assertThat(attempted()).isZero();
		verify(this.scheduler, never()).schedule(any(SchedulableInstance.class));
	}

	private long attempted() {
		return this.jdbc.sql("""
				select count(*) from audit_entry
				where organization_id = ? and kind = 'RUN' and outcome = 'ATTEMPTED'""")
			.param(this.fabrikam.value())
			.query(Long.class)
			.single();
	}

	private List<String> recorded(String kind) {
		return this.jdbc.sql("select actor_name from audit_entry where organization_id = ? and kind = ?")
			.param(this.fabrikam.value())
			.param(kind)
			.query(String.class)
			.list();
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table + " where organization_id = ?")
			.param(this.fabrikam.value())
			.query(Long.class)
			.single();
	}

	private static Set<Long> together(Callable<Long> request) throws Exception {
		CyclicBarrier together = new CyclicBarrier(MANY);
		List<Callable<Long>> people = new ArrayList<>();
		IntStream.range(0, MANY).forEach((i) -> people.add(() -> {
			together.await();
			return request.call();
		}));
		Set<Long> given = new HashSet<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
			for (Future<Long> answer : threads.invokeAll(people)) {
				given.add(answer.get());
			}
		}
		return given;
	}

	private static Examination differing() {
		return ManyLooks.all()
			.filter((look) -> look.plannable() && !look.changes().isEmpty())
			.findFirst()
			.orElseThrow();
	}

	private static Examination asWanted() {
		return ManyLooks.all()
			.filter((look) -> look.plannable() && look.count(FindingLevel.DIFFERS) == 0)
			.findFirst()
			.orElseThrow();
	}

	/** The journal, the record, and what else a request needs. */
	@TestConfiguration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ EnablementSettings.class, StatusSettings.class })
	@ComponentScan(basePackages = { "io.hybridge.audit", "io.hybridge.run", "io.hybridge.enablement.approval" },
			useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "io\\.hybridge\\.(audit\\.Audit(Log|Chain)|enablement\\.approval\\.(Approvals|ApprovalRules|Changers)|run\\.(BuiltStates|Leases|RunAudit|WritableRuns"
							+ "|change\\.(Journal|JournaledChanges|ChangeRecorder|ChangeTimeline)"
							+ "|plan\\.(Plans|Snapshots)|status\\.(StepStatus(es|Table|Updater)|UnreachedServers)|probe\\.ProbeResults))"))
	@ComponentScan(basePackageClasses = StepConditions.class)
	static class Surroundings {

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder().build();
		}

	}

	private static ApplyForm form(String reason, boolean accepted) {
		return new ApplyForm(null, reason, accepted, null, null);
	}

}
