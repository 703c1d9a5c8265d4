package io.hybridge.run.execution;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.run.Leases;
import io.hybridge.run.RunRequest;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.plan.Inspection;
import io.hybridge.run.plan.PlanKind;

/**
 * Ends a check and begins what follows it: both, or neither, and in turn with whoever
 * else writes of the organization.
 */
@Component
class CheckEnd {

	private final RunCompletion completion;

	private final CheckSequence sequence;

	private final StepRuns runs;

	private final Leases leases;

	CheckEnd(RunCompletion completion, CheckSequence sequence, StepRuns runs, Leases leases) {
		this.completion = completion;
		this.sequence = sequence;
		this.runs = runs;
		this.leases = leases;
	}

	@Transactional
	public NextWake checked(RunRequest check, PlanKind kind, Inspection inspection) {
		this.leases.queueUp(check.organization());
		NextWake next = this.completion.checked(check, kind, inspection);
		StepRun run = this.runs.require(check.id());
		if (run.sequence() != null) {
			this.sequence.goOn(run);
		}
		return next;
	}

}
