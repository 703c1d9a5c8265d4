package io.hybridge.enablement;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.Leases;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.change.Journal;
import io.hybridge.run.execution.RunJob;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.plan.StepStatusUpdater;
import io.hybridge.step.StepName;

/**
 * What a person may ask of the four steps. Every request is a run with its own address;
 * the same request twice is the same run.
 */
@Component
class Enablement {

	private final StepRuns runs;

	private final Journal journal;

	private final Plans plans;

	private final StepStatusUpdater statuses;

	private final Leases leases;

	private final Organizations organizations;

	private final SchedulerClient scheduler;

	private final AuditLog audit;

	private final Clock clock;

	Enablement(StepRuns runs, Journal journal, Plans plans, StepStatusUpdater statuses, Leases leases,
			Organizations organizations, SchedulerClient scheduler, AuditLog audit, Clock clock) {
		this.runs = runs;
		this.journal = journal;
		this.plans = plans;
		this.statuses = statuses;
		this.leases = leases;
		this.organizations = organizations;
		this.scheduler = scheduler;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Looks and plans; changes nothing.
	 * @param choice thumbprint of a chosen certificate, or null
	 * @return number of the run
	 */
	@Transactional
	public long check(OrganizationId organization, StepName step, AuditActor person, String choice) {
		return start(new StepRun(organization, step, RunKind.CHECK, person, this.clock.instant()).choosing(choice));
	}

	/**
	 * Looks and plans how to take our changes back; changes nothing.
	 * @return number of the run
	 */
	@Transactional
	public long checkUndo(OrganizationId organization, StepName step, AuditActor person) {
		return start(new StepRun(organization, step, RunKind.CHECK_UNDO, person, this.clock.instant()));
	}

	/**
	 * Carries a plan out. A plan that is being or was carried out gives its run; while
	 * another run holds the organization, that one is given.
	 * @param reason the person's words, may be empty
	 * @param accepted whether the person accepted the exposure of the shared principal
	 * @return number of the run to watch
	 * @throws ExposureNotAccepted when the plan needs it
	 * @throws PlanExpired when the plan is too old
	 */
	@Transactional
	public long apply(Plan plan, AuditActor person, String reason, boolean accepted) {
		this.leases.queueUp(plan.organization());
		Optional<StepRun> running = this.runs.findByPlanId(plan.id()).or(() -> this.runs.holding(plan.organization()));
		if (running.isPresent()) {
			return running.get().id();
		}
		Instant now = this.clock.instant();
		if (!plan.validAt(now)) {
			throw new PlanExpired();
		}
		if (plan.content().exposure() && !accepted) {
			throw new ExposureNotAccepted();
		}
		StepRun run = this.runs.save(new StepRun(plan.organization(), plan.step(), plan.kind().run(), person, now)
			.applying(plan.id(), reason));
		this.journal.open(run, plan.content().changes());
		record(run, plan);
		return schedule(run);
	}

	/**
	 * Proves the push proxy by probe on every mailbox server.
	 * @return number of the run to watch
	 */
	@Transactional
	public long verify(OrganizationId organization, AuditActor person) {
		this.leases.queueUp(organization);
		Optional<StepRun> running = this.runs.holding(organization);
		if (running.isPresent()) {
			return running.get().id();
		}
		StepRun run = this.runs
			.save(new StepRun(organization, StepName.PUSH_PROXY, RunKind.VERIFY, person, this.clock.instant()));
		this.audit.append(entry(run, AuditKind.RUN, AuditOutcome.ATTEMPTED).paired("run-" + run.id())
			.with("runKind", run.kind().slug()));
		return schedule(run);
	}

	/**
	 * A check that is under way, or a change in the same step, answers for a second one.
	 */
	private long start(StepRun run) {
		return this.runs.unfinished(run.organization().value(), run.step())
			.map(StepRun::id)
			.orElseGet(() -> schedule(this.runs.save(run)));
	}

	private long schedule(StepRun run) {
		this.statuses.running(run);
		this.scheduler.schedule(RunJob.RUN.instance(Long.toString(run.id())).scheduledTo(this.clock.instant()));
		return run.id();
	}

	private void record(StepRun run, Plan plan) {
		this.audit.append(entry(run, AuditKind.RUN, AuditOutcome.ATTEMPTED).paired("run-" + run.id())
			.with("runKind", run.kind().slug())
			.with("changes", Integer.toString(plan.content().changes().size()))
			.with("plan", Long.toString(plan.id()))
			.with("fingerprint", plan.fingerprint())
			.with("reason", (run.reason() != null) ? run.reason() : ""));
		if (plan.content().exposure()) {
			this.audit
				.append(entry(run, AuditKind.ACKNOWLEDGMENT, AuditOutcome.DONE).with("exposure", "CVE-2025-53786"));
		}
	}

	private AuditEntry entry(StepRun run, AuditKind kind, AuditOutcome outcome) {
		return AuditEntry.of(kind, outcome, run.actor())
			.about(run.organization().value(), this.organizations.require(run.organization()).name())
			.in(run.id())
			.with("step", run.step().name());
	}

	/** The person did not accept what the plan exposes. */
	static class ExposureNotAccepted extends RuntimeException {

	}

	/** The plan is too old to be applied. */
	static class PlanExpired extends RuntimeException {

	}

}
