package io.hybridge.run.status;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.BuiltStates;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.change.ChangeTimeline;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.probe.ProbeResults.DeviceTested;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.support.MutableClock;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** What the status table says after runs, whatever the database. */
@Import({ StepStatusUpdater.class, StepStatuses.class, StepStatusTable.class, UnreachedServers.class,
		ProbeResults.class, JournaledChanges.class, ChangeTimeline.class, BuiltStates.class,
		StepStatusUpdaterContract.Json.class })
@EnableConfigurationProperties(StatusSettings.class)
abstract class StepStatusUpdaterContract {

	private static final Instant NOW = MutableClock.START;

	private static final int ROUNDS = 20;

	private static final Finding MEETS = new Finding("PROXY-MEETS", "OnPrem-Proxy", null, StoredMessage.of("x"),
			FindingLevel.MEETS, List.of(), null, List.of());

	private static final Finding DISABLED = new Finding("PROXY-DISABLED", "OnPrem-Proxy", null, StoredMessage.of("x"),
			FindingLevel.DIFFERS, List.of(), null, List.of());

	private static final Change ENABLE = new EnablePushProxy("", new DomainName("fabrikam.com"));

	private static final String ENABLED = """
			{"change":"enable-push-proxy","formerOrganization":"","organization":"fabrikam.com"}""";

	@Autowired
	StepStatusUpdater statuses;

	@Autowired
	StepStatuses kept;

	@Autowired
	BuiltStates built;

	@Autowired
	ProbeResults proofs;

	@Autowired
	StepRuns runs;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	private OrganizationId organization;

	@BeforeEach
	void register() {
		List.of("device_test", "server_probe", "step_change", "step_run", "step_status", "built_state", "organization")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		this.organization = RegisteredOrganizations.addFabrikam(this.jdbc);
		this.jdbc.sql("insert into built_state (organization_id, number) values (?, 0)")
			.param(this.organization.value())
			.update();
	}

	@Test
	void saysNotStartedOfEveryStepAtFirst() {
		assertThat(this.kept.of(this.organization).steps()).extracting(StepStatus::state)
			.containsExactly(StepState.NOT_STARTED, StepState.NOT_STARTED, StepState.NOT_STARTED,
					StepState.NOT_STARTED);
	}

	@Test
	void forgetsTheRunThatStoppedWithoutALook() {
		StepRun run = begun(StepName.OAUTH, RunKind.APPLY);
		assertThat(status(StepName.OAUTH).runningRun()).isEqualTo(run.id());
		run.end(RunState.NOT_DONE, NOW);
		this.statuses.stopped(run, "x");
		assertThat(status(StepName.OAUTH).runningRun()).isNull();
		assertThat(status(StepName.OAUTH).state()).isEqualTo(StepState.NEEDS_ATTENTION);
	}

	@Test
	void saysThatSomebodyMustSignInAgain() {
		this.statuses.looked(begun(StepName.TENANT, RunKind.CHECK), world(), seen(finding("SIGN-IN-NEEDED")));
		assertThat(status(StepName.TENANT).state()).isEqualTo(StepState.NEEDS_ATTENTION);
		assertThat(status(StepName.TENANT).reason().key()).isEqualTo("finding.sign-in-needed.brief");
		this.statuses.looked(begun(StepName.TENANT, RunKind.CHECK), world(), seen(finding("TENANT-NOT-REACHED")));
		assertThat(status(StepName.TENANT).state()).as("nothing looks now").isEqualTo(StepState.UNSEEN);
	}

	@Test
	void leavesAChangingRunInItsPlaceWhileSomebodyChecks() {
		StepRun apply = begun(StepName.PUSH_PROXY, RunKind.APPLY);
		StepRun check = begun(StepName.PUSH_PROXY, RunKind.CHECK);
		this.statuses.looked(check, world(), wanting());
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.RUNNING);
		assertThat(status(StepName.PUSH_PROXY).runningRun()).isEqualTo(apply.id());
		assertThat(status(StepName.PUSH_PROXY).checkedAt()).isEqualTo(NOW);
	}

	@Test
	void needsAttentionWhereWhatWeMadeIsGoneAgain() {
		this.statuses.looked(begun(StepName.PUSH_PROXY, RunKind.CHECK), world(), wanting());
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.READY_TO_PLAN);
		StepRun apply = begun(StepName.PUSH_PROXY, RunKind.APPLY);
		made(apply, ENABLED);
		apply.end(RunState.DONE, NOW);
		this.runs.save(apply);
		this.statuses.looked(begun(StepName.PUSH_PROXY, RunKind.CHECK), world(), wanting());
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.NEEDS_ATTENTION);
		StepRun undo = begun(StepName.PUSH_PROXY, RunKind.UNDO);
		this.statuses.looked(undo, world(), otherwiseWanting());
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.READY_TO_PLAN);
		this.statuses.takenBack(undo, NOW);
		undo.end(RunState.DONE, NOW);
		this.runs.save(undo);
		StepState rests = status(StepName.PUSH_PROXY).state();
		this.statuses.looked(begun(StepName.PUSH_PROXY, RunKind.CHECK), world(), otherwiseWanting());
		assertThat(status(StepName.PUSH_PROXY).state()).as("what rests is what a look would say").isEqualTo(rests);
	}

	@Test
	void takesNoProbeForAProofThatIsOlderThanTheChange() {
		StepRun verify = begun(StepName.PUSH_PROXY, RunKind.VERIFY);
		probe(verify.id(), NOW);
		this.statuses.looked(verify, world(), seen());
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.IN_EFFECT);
		this.built.changed(this.organization);
		this.statuses.looked(begun(StepName.PUSH_PROXY, RunKind.VERIFY), world(), seen());
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.APPLIED);
	}

	@Test
	void saysThatAnApplyIsStillToBeProved() {
		StepRun verify = begun(StepName.PUSH_PROXY, RunKind.VERIFY);
		probe(verify.id(), NOW);
		this.built.changed(this.organization);
		this.statuses.looked(begun(StepName.PUSH_PROXY, RunKind.APPLY), world(), seen());
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.APPLIED);
		this.statuses.looked(begun(StepName.OAUTH, RunKind.APPLY), world(), seen());
		assertThat(status(StepName.OAUTH).state()).as("nothing else proves it").isEqualTo(StepState.IN_EFFECT);
	}

	@Test
	void takesNoProbeForAProofThatALookRefuted() {
		StepRun verify = begun(StepName.PUSH_PROXY, RunKind.VERIFY);
		probe(verify.id(), NOW);
		this.statuses.looked(verify, world(), seen());
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.IN_EFFECT);
		this.statuses.looked(begun(StepName.PUSH_PROXY, RunKind.CHECK), world(), seen(finding("OAUTH-UNKNOWN")));
		this.statuses.looked(begun(StepName.PUSH_PROXY, RunKind.CHECK), world(), seen());
		assertThat(status(StepName.PUSH_PROXY).state()).as("not to see refutes nothing").isEqualTo(StepState.IN_EFFECT);
		this.statuses.looked(begun(StepName.OAUTH, RunKind.CHECK), world(), seen(blocking("PARTNER-MISSING")));
		this.statuses.looked(begun(StepName.PUSH_PROXY, RunKind.CHECK), world(), seen());
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.CANNOT_START);
		this.statuses.looked(begun(StepName.OAUTH, RunKind.CHECK), world(), seen());
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.APPLIED);
	}

	@Test
	void takesNoDeviceTestForAProofThatALookRefuted() {
		saw();
		this.statuses.looked(begun(StepName.OAUTH, RunKind.CHECK), world(), seen(finding("OAUTH-UNKNOWN")));
		assertThat(deviceTest()).as("not to see refutes nothing").isPresent();
		this.statuses.looked(begun(StepName.TENANT, RunKind.CHECK), world(), seen(blocking("TENANT-UNKNOWN")));
		assertThat(deviceTest()).as("a step that it does not prove").isPresent();
		this.statuses.looked(begun(StepName.OAUTH, RunKind.CHECK), world(), seen(blocking("PARTNER-MISSING")));
		assertThat(deviceTest()).isEmpty();
	}

	@Test
	void takesNoDeviceTestForAProofThatTheLookOfAVerificationRefuted() {
		saw();
		this.statuses.looked(begun(StepName.PUSH_PROXY, RunKind.VERIFY), world(), wanting());
		assertThat(deviceTest()).as("it probed nothing").isEmpty();
	}

	@Test
	void letsTheProbesThatHaveJustFailedTellOfTheStateThatTheyFoundSo() {
		saw();
		StepRun verify = begun(StepName.PUSH_PROXY, RunKind.VERIFY);
		probe(verify.id(), NOW, "PROBED", "Failed");
		this.statuses.looked(verify, world(), wanting());
		assertThat(this.proofs.newestProbes(this.organization)).hasSize(1);
		assertThat(deviceTest()).as("what a person saw before falls by itself").isEmpty();
	}

	@Test
	void needsAttentionWhereAProbeFailed() {
		StepRun verify = begun(StepName.PUSH_PROXY, RunKind.VERIFY);
		probe(verify.id(), NOW, "PROBED", "Failed");
		this.statuses.looked(verify, world(), seen());
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.NEEDS_ATTENTION);
		assertThat(status(StepName.PUSH_PROXY).reason().key()).isEqualTo("step.push-proxy.attention");
	}

	@Test
	void knowsNothingWhereAServerCouldNotBeProbed() {
		StepRun verify = begun(StepName.PUSH_PROXY, RunKind.VERIFY);
		probe(verify.id(), NOW, "NOT_REACHED", null);
		this.statuses.looked(verify, world(), seen());
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.UNSEEN);
		assertThat(status(StepName.PUSH_PROXY).reason().key()).isEqualTo("step.push-proxy.unseen");
	}

	@Test
	void saysTheWorstThatWasFound() {
		this.statuses.looked(begun(StepName.PUSH_PROXY, RunKind.CHECK), world(),
				seen(MEETS, finding("PROXY-UNREADABLE"), blocking("OAUTH-NOT-IN-EFFECT")));
		assertThat(status(StepName.PUSH_PROXY).state()).isEqualTo(StepState.NEEDS_ATTENTION);
		assertThat(status(StepName.PUSH_PROXY).reason().key()).isEqualTo("finding.oauth-not-in-effect.brief");
		assertThat(status(StepName.PUSH_PROXY).runningRun()).isNull();
	}

	@Test
	void doesNotKnowWhileAnAnswerIsMissing() {
		StepRun apply = begun(StepName.OAUTH, RunKind.APPLY);
		this.statuses.unknown(apply, NOW);
		assertThat(status(StepName.OAUTH).state()).isEqualTo(StepState.UNKNOWN);
		assertThat(status(StepName.OAUTH).runningRun()).as("it goes on").isEqualTo(apply.id());
	}

	@Test
	void remembersWhoChangedSomethingAndWhen() {
		StepRun apply = begun(StepName.OAUTH, RunKind.APPLY);
		this.statuses.changed(apply, NOW.plusSeconds(5));
		this.statuses.looked(begun(StepName.OAUTH, RunKind.CHECK), world(), seen());
		assertThat(status(StepName.OAUTH).changedAt()).isEqualTo(NOW.plusSeconds(5));
		assertThat(status(StepName.OAUTH).changedBy()).isEqualTo("Petra Kern");
	}

	@Test
	void keepsTheEndOfTheCertificateOnlyWhileItIsSeen() {
		Instant end = NOW.plus(Duration.ofDays(400));
		this.statuses.looked(begun(StepName.OAUTH, RunKind.CHECK), world(), ending(end));
		begun(StepName.OAUTH, RunKind.CHECK);
		assertThat(status(StepName.OAUTH).certificateExpires()).isEqualTo(end);
		this.statuses.looked(begun(StepName.OAUTH, RunKind.CHECK), world(), seen());
		assertThat(status(StepName.OAUTH).certificateExpires()).as("nobody could look").isEqualTo(end);
	}

	/** Each judges all four steps by what it finds of the others. */
	@Test
	void letsTheChecksOfAllStepsGoOnAtTheSameTime() throws Exception {
		List<StepRun> checks = Arrays.stream(StepName.values()).map((step) -> begun(step, RunKind.CHECK)).toList();
		CyclicBarrier together = new CyclicBarrier(checks.size());
		try (ExecutorService threads = Executors.newFixedThreadPool(checks.size())) {
			List<Callable<Void>> work = checks.stream().<Callable<Void>>map((check) -> () -> {
				together.await();
				for (int round = 0; round < ROUNDS; round++) {
					this.transaction.executeWithoutResult((status) -> this.statuses.running(check));
					this.transaction.executeWithoutResult((status) -> this.statuses.looked(check, world(), seen()));
				}
				return null;
			}).toList();
			for (Future<Void> done : threads.invokeAll(work)) {
				done.get();
			}
		}
		assertThat(this.kept.of(this.organization).steps()).allMatch((step) -> step.runningRun() == null)
			.extracting(StepStatus::state)
			.containsExactly(StepState.IN_EFFECT, StepState.IN_EFFECT, StepState.IN_EFFECT, StepState.APPLIED);
	}

	private StepStatus status(StepName step) {
		return this.kept.of(this.organization).steps().get(step.ordinal());
	}

	private StepRun begun(StepName step, RunKind kind) {
		StepRun run = new StepRun(this.organization, step, kind, AuditActor.person(1, "Petra Kern", null), NOW);
		run.begin(NOW);
		StepRun saved = this.runs.save(run);
		this.statuses.running(saved);
		return saved;
	}

	private void made(StepRun run, String change) {
		this.jdbc.sql("""
				insert into step_change (run_id, ordinal, content, state, attempts, looks, undone)
				values (:run, 0, :change, 'DONE', 1, 0, false)""")
			.param("run", run.id())
			.param("change", change)
			.update();
	}

	private Optional<DeviceTested> deviceTest() {
		return this.proofs.newestDeviceTest(this.organization);
	}

	private void saw() {
		this.jdbc.sql("""
				insert into device_test (organization_id, answer, account_id, account_name, recorded_at, built)
				values (:organization, 'yes', 1, 'Petra Kern', :at, 0)""")
			.param("organization", this.organization.value())
			.param("at", NOW.atOffset(ZoneOffset.UTC))
			.update();
	}

	private void probe(long run, Instant at) {
		probe(run, at, "PROBED", "Succeeded");
	}

	private void probe(long run, Instant at, String state, String resultType) {
		this.jdbc.sql("""
				insert into server_probe (run_id, ordinal, server, state, probed_at, result_type, error)
				values (:run, 0, 'ex1.fabrikam.com', :state, :at, :type, '')""")
			.param("run", run)
			.param("state", state)
			.param("type", resultType)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}

	private static Observation world() {
		return new Observation(NOW, new Reading.NotAsked<>(), new Reading.NotAsked<>(), new Reading.NotAsked<>());
	}

	private static Finding finding(String code) {
		return new Finding(code, "Microsoft 365", null, StoredMessage.of("x"), FindingLevel.UNKNOWN, List.of(), null,
				List.of());
	}

	private static Finding blocking(String code) {
		return new Finding(code, "OAuth", null, StoredMessage.of("x"), FindingLevel.BLOCKS, List.of(), null, List.of());
	}

	private static Examination seen(Finding... findings) {
		return examination(List.of(findings), List.of(), null);
	}

	private static Examination wanting() {
		return examination(List.of(DISABLED), List.of(ENABLE), null);
	}

	/** For a reason that waits for no earlier step. */
	private static Examination otherwiseWanting() {
		return examination(
				List.of(Finding.of("PROXY-FOR-ANOTHER", FindingLevel.DIFFERS, "OnPrem-Proxy", StoredMessage.of("x"))),
				List.of(ENABLE), null);
	}

	private static Examination ending(Instant end) {
		return examination(List.of(), List.of(), end);
	}

	private static Examination examination(List<Finding> findings, List<Change> changes, Instant end) {
		return new Examination(findings.isEmpty() ? List.of(MEETS) : findings, changes, List.of(), List.of(), List.of(),
				Optional.ofNullable(end), Optional.empty(), false);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Json {

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder().build();
		}

	}

}
