package io.hybridge.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.Leases.LostLease;
import io.hybridge.step.StepName;
import io.hybridge.support.Faults;
import io.hybridge.support.MutableClock;
import io.hybridge.support.Waiting;
import io.hybridge.support.WaitingSessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who may change an organization, and who may write a run, whatever the database. */
@Import({ BuiltStates.class, Leases.class, WaitingSessions.class, WritableRuns.class })
abstract class LeasesContract {

	private static final AuditActor PETRA = AuditActor.person(7, "Petra Kern", null);

	private static final Instant NOW = MutableClock.START;

	@Autowired
	Leases leases;

	@Autowired
	WritableRuns writable;

	@Autowired
	StepRuns runs;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	WaitingSessions sessions;

	private OrganizationId fabrikam;

	private OrganizationId contoso;

	private StepRun run;

	@BeforeEach
	void register() {
		this.fabrikam = registered("Fabrikam", "fabrikam.com");
		this.contoso = registered("Contoso", "contoso.com");
		this.run = asked(this.fabrikam, RunKind.APPLY);
	}

	@Test
	void givesEveryHolderAGreaterToken() {
		long first = taken(this.run);
		long second = taken(this.run);
		assertThat(second).isGreaterThan(first);
		end(this.run);
		assertThat(taken(asked(this.fabrikam, RunKind.VERIFY))).isGreaterThan(second);
	}

	@Test
	void isFreeOnceItsRunHasEnded() {
		taken(this.run);
		StepRun other = asked(this.fabrikam, RunKind.UNDO);
		assertThat(this.leases.take(this.fabrikam, other.id())).isEmpty();
		end(this.run);
		assertThat(this.leases.take(this.fabrikam, other.id())).isPresent();
		assertThat(this.leases.take(this.fabrikam, asked(this.fabrikam, RunKind.APPLY).id())).isEmpty();
	}

	@Test
	void isHeldThroughAPauseHoweverLong() {
		taken(this.run);
		change(this.run, (row) -> {
			row.begin(NOW);
			row.pause(RunState.UNKNOWN, NOW.plus(Duration.ofDays(3)));
		});
		assertThat(this.leases.take(this.fabrikam, asked(this.fabrikam, RunKind.APPLY).id())).isEmpty();
	}

	@Test
	void letsTwoOrganizationsBeChangedAtOnce() {
		LeasedRun ours = leased(this.run);
		LeasedRun theirs = leased(asked(this.contoso, RunKind.APPLY));
		assertThat(write(ours, (row) -> row.begin(NOW)).state()).isEqualTo(RunState.RUNNING);
		assertThat(write(theirs, (row) -> row.begin(NOW)).state()).isEqualTo(RunState.RUNNING);
	}

	@Test
	@Faults("F72")
	void letsNobodyWriteWhoOverslept() {
		LeasedRun overslept = leased(this.run);
		LeasedRun awake = leased(this.run);
		assertThatExceptionOfType(LostLease.class)
			.isThrownBy(() -> write(overslept, (row) -> row.end(RunState.DONE, NOW)));
		assertThat(this.runs.require(this.run.id()).state()).isEqualTo(RunState.QUEUED);
		assertThat(write(awake, (row) -> row.end(RunState.NOT_DONE, NOW)).state()).isEqualTo(RunState.NOT_DONE);
	}

	@Test
	void takesNoTokenForThatOfAnotherOrganization() {
		taken(this.run);
		long theirs = taken(asked(this.contoso, RunKind.APPLY)) + 1;
		assertThatExceptionOfType(LostLease.class)
			.isThrownBy(() -> write(new LeasedRun(this.run.request(), theirs), (row) -> row.begin(NOW)));
	}

	@Test
	void asksACheckForNoLease() {
		taken(this.run);
		StepRun check = asked(this.fabrikam, RunKind.CHECK);
		inTransaction(() -> this.writable.ofCheck(check.request()).end(RunState.DONE, NOW));
		assertThat(this.runs.require(check.id()).state()).isEqualTo(RunState.DONE);
	}

	@Test
	void provesALeaseOnlyInATransactionThatKeepsIt() {
		LeasedRun leased = leased(this.run);
		for (Runnable outside : List.<Runnable>of(() -> this.writable.of(leased),
				() -> this.leases.prove(this.fabrikam, leased.token()), () -> this.leases.queueUp(this.fabrikam),
				() -> this.writable.ofCheck(leased.run()))) {
			assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(outside::run);
		}
	}

	@Test
	void letsOneAtATimeBeginSomething() throws Exception {
		List<String> order = Collections.synchronizedList(new ArrayList<>());
		try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
			Future<?>[] second = new Future<?>[1];
			inTransaction(() -> {
				this.leases.queueUp(this.fabrikam);
				second[0] = threads.submit(() -> inTransaction(() -> {
					this.leases.queueUp(this.fabrikam);
					order.add("second");
				}));
				this.sessions.await(second[0]);
				order.add("first");
			});
			second[0].get();
		}
		assertThat(order).containsExactly("first", "second");
	}

	@Test
	void makesNobodyWaitForAnotherOrganization() throws Exception {
		try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
			inTransaction(() -> {
				this.leases.queueUp(this.fabrikam);
				Future<?> other = threads.submit(() -> inTransaction(() -> this.leases.queueUp(this.contoso)));
				assertThat(other).succeedsWithin(Waiting.LIMIT);
			});
		}
	}

	@Test
	void refusesTheLaterOfTwoUpdatesOfOneRun() {
		assertThatExceptionOfType(ObjectOptimisticLockingFailureException.class).isThrownBy(() -> inTransaction(() -> {
			StepRun stale = this.runs.require(this.run.id());
			change(this.run, (row) -> row.end(RunState.CONFLICT, NOW));
			stale.begin(NOW);
		}));
		assertThat(this.runs.require(this.run.id()).state()).isEqualTo(RunState.CONFLICT);
	}

	private OrganizationId registered(String name, String domain) {
		OrganizationId id = RegisteredOrganizations.add(this.jdbc, name, domain);
		this.events.publishEvent(new Organization.Registered(id, Environment.LAB));
		return id;
	}

	private StepRun asked(OrganizationId organization, RunKind kind) {
		return this.runs.save(new StepRun(organization, StepName.OAUTH, kind, PETRA, NOW));
	}

	private long taken(StepRun run) {
		return this.leases.take(run.organization(), run.id()).orElseThrow();
	}

	private LeasedRun leased(StepRun run) {
		return new LeasedRun(run.request(), taken(run));
	}

	private void end(StepRun run) {
		change(run, (row) -> row.end(RunState.DONE, NOW));
	}

	private void change(StepRun run, Consumer<StepRun> change) {
		inTransaction(() -> change.accept(this.runs.require(run.id())));
	}

	private StepRun write(LeasedRun leased, Consumer<StepRun> change) {
		inTransaction(() -> change.accept(this.writable.of(leased)));
		return this.runs.require(leased.run().id());
	}

	/** A new transaction, even within another: what commits is what counts. */
	private void inTransaction(Runnable work) {
		TransactionTemplate template = new TransactionTemplate(this.transactions);
		template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		template.executeWithoutResult((status) -> work.run());
	}

}
