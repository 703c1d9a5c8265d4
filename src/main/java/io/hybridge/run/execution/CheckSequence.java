package io.hybridge.run.execution;

import java.time.Clock;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.run.RunAudit;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.status.StepStatusUpdater;
import io.hybridge.step.StepName;

/**
 * Lets the check of the next step follow that of the one before, in the same transaction
 * as its end: so no restart can lose it.
 */
@Component
class CheckSequence {

	private final StepRuns runs;

	private final StepStatusUpdater statuses;

	private final RunAudit audit;

	private final ObjectProvider<SchedulerClient> scheduler;

	private final Clock clock;

	CheckSequence(StepRuns runs, StepStatusUpdater statuses, RunAudit audit, ObjectProvider<SchedulerClient> scheduler,
			Clock clock) {
		this.runs = runs;
		this.statuses = statuses;
		this.audit = audit;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/**
	 * Begins the next check, or records that all are done.
	 * @param ended the check that has just ended
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void goOn(StepRun ended) {
		next(ended).ifPresentOrElse((step) -> begin(ended, step),
				() -> this.audit
					.append(this.audit.entry(ended.request(), AuditKind.CHECK_OF_ALL_STEPS, AuditOutcome.DONE)
						.paired("checks-" + ended.sequence())));
	}

	private void begin(StepRun ended, StepName step) {
		StepRun run = this.runs
			.save(new StepRun(ended.organization(), step, RunKind.CHECK, ended.actor(), this.clock.instant())
				.within(ended.sequence())
				.from(ended.request().address()));
		this.statuses.running(run);
		this.scheduler.getObject()
			.schedule(RunJob.RUN.instance(Long.toString(run.id())).scheduledTo(this.clock.instant()));
	}

	/** A step that somebody is looking at or changing already needs no look of ours. */
	private Optional<StepName> next(StepRun ended) {
		for (int at = ended.step().ordinal() + 1; at < StepName.values().length; at++) {
			StepName step = StepName.values()[at];
			if (this.runs.unfinished(ended.organization().value(), step).isEmpty()) {
				return Optional.of(step);
			}
		}
		return Optional.empty();
	}

}
