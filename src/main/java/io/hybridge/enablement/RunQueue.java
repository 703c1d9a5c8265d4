package io.hybridge.enablement;

import java.time.Clock;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.RequestAddress;
import io.hybridge.enablement.offer.NotOffered;
import io.hybridge.enablement.offer.Refusal;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.execution.RunJob;
import io.hybridge.run.status.StepStatusUpdater;
import io.hybridge.step.StepName;

/**
 * Begins runs: a row with an address, the step's status, and the job that works it off.
 */
@Component
class RunQueue {

	private final Organizations organizations;

	private final StepRuns runs;

	private final StepStatusUpdater statuses;

	private final SchedulerClient scheduler;

	private final Clock clock;

	RunQueue(Organizations organizations, StepRuns runs, StepStatusUpdater statuses, SchedulerClient scheduler,
			Clock clock) {
		this.organizations = organizations;
		this.runs = runs;
		this.statuses = statuses;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/** A run of this kind that has not ended: the same request once more. */
	Optional<StepRun> underWay(OrganizationId organization, StepName step, RunKind kind) {
		return this.runs.newest(organization, step, kind).filter((run) -> !run.state().ended());
	}

	/** Whether anything is being done at an organization. */
	boolean busy(OrganizationId organization) {
		return !this.runs.unfinished(organization.value()).isEmpty();
	}

	/** Whether all its steps are being looked at, one after the other. */
	boolean checksAll(OrganizationId organization) {
		return this.runs.unfinished(organization.value()).stream().anyMatch((run) -> run.sequence() != null);
	}

	/** The run that carries or carried a plan out. */
	Optional<StepRun> of(long plan) {
		return this.runs.findByPlanId(plan);
	}

	/**
	 * What a person asks, in the caller's transaction, which keeps others from archiving
	 * the organization meanwhile.
	 */
	StepRun asked(OrganizationId organization, StepName step, RunKind kind, AuditActor person) {
		if (this.organizations.require(organization).isArchived()) {
			throw new NotOffered(organization, step, Refusal.ARCHIVED);
		}
		return new StepRun(organization, step, kind, person, this.clock.instant()).from(RequestAddress.current());
	}

	/**
	 * Begins a run, in the caller's transaction.
	 * @return the run with its number
	 */
	StepRun begin(StepRun asked) {
		StepRun run = this.runs.save(asked);
		this.statuses.running(run);
		this.scheduler.schedule(RunJob.RUN.instance(Long.toString(run.id())).scheduledTo(this.clock.instant()));
		return run;
	}

}
