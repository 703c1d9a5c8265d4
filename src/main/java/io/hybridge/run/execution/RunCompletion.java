package io.hybridge.run.execution;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunAudit;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunRequest;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.WritableRuns;
import io.hybridge.run.plan.Inspection;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.probe.ProbeVerdict;
import io.hybridge.run.status.StepStatusUpdater;
import io.hybridge.step.change.Change;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.FindingLevel;

/**
 * Writes how a run pauses and ends, each in one transaction that first proves the lease.
 */
@Component
class RunCompletion {

	private final WritableRuns runs;

	private final CheckResults results;

	private final StepStatusUpdater statuses;

	private final RunAudit audit;

	private final Clock clock;

	RunCompletion(WritableRuns runs, CheckResults results, StepStatusUpdater statuses, RunAudit audit, Clock clock) {
		this.runs = runs;
		this.results = results;
		this.statuses = statuses;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional
	public NextWake pause(LeasedRun leased, RunState state, Instant until) {
		StepRun run = this.runs.of(leased);
		run.pause(state, until);
		if (state == RunState.UNKNOWN) {
			this.statuses.unknown(run, until);
		}
		else {
			this.statuses.running(run);
		}
		return new NextWake.At(until);
	}

	/**
	 * Ends a check with what it saw.
	 * @param check what was asked
	 * @param kind what its plan is for
	 * @param inspection what was seen and what came of it
	 * @return nothing more to do
	 */
	@Transactional
	public NextWake checked(RunRequest check, PlanKind kind, Inspection inspection) {
		StepRun run = this.runs.ofCheck(check);
		keep(run, kind, inspection);
		if (run.keeps()) {
			this.results.putAside(run, this.clock.instant());
		}
		RunState found = found(kind, inspection);
		run.end((found == RunState.PLANNED && run.keeps()) ? RunState.KEPT : found, this.clock.instant());
		return new NextWake.Ended();
	}

	/** What a look came to. */
	private static RunState found(PlanKind kind, Inspection inspection) {
		if (inspection.content().isPresent()) {
			return RunState.PLANNED;
		}
		return (kind == PlanKind.UNDO) ? leftToTakeBack(inspection) : leftToDo(inspection.examination());
	}

	private static RunState leftToDo(Examination examination) {
		return switch (examination.state()) {
			case OUTAGE, CONFLICT, NEEDS_ATTENTION ->
				examination.count(FindingLevel.CHOOSE) > 0 ? RunState.CHOICE : RunState.BLOCKED;
			case READY_TO_PLAN -> RunState.CHOICE;
			case UNSEEN, UNKNOWN -> RunState.UNCHECKED;
			case OLD, PARKED, RUNNING, APPLIED, CANNOT_START, NOT_STARTED, TAKEN_BACK, IN_EFFECT -> RunState.AS_WANTED;
		};
	}

	/** What the step still needs says nothing of what is left of ours. */
	private static RunState leftToTakeBack(Inspection inspection) {
		if (!inspection.planned().untold()) {
			return RunState.NOTHING_TO_UNDO;
		}
		boolean signIn = inspection.examination()
			.findings()
			.stream()
			.anyMatch((finding) -> finding.cause() == Cause.SIGN_IN);
		return signIn ? RunState.BLOCKED : RunState.UNCHECKED;
	}

	/**
	 * The organization changed since the plan was made: nothing is done, and what is
	 * there now is shown with a new plan.
	 * @param kind of the refused one
	 * @param wanted how many changes were to be made
	 * @param now what is there now
	 */
	@Transactional
	public void stale(LeasedRun leased, PlanKind kind, int wanted, Inspection now) {
		StepRun run = this.runs.of(leased);
		keep(run, kind, now);
		end(run, RunState.STALE, AuditOutcome.REFUSED, wanted, 0);
	}

	/**
	 * A side could not be looked at, so nothing is done; that it changed, nobody has
	 * seen.
	 * @param wanted how many changes were to be made
	 * @param now what could be seen
	 */
	@Transactional
	public void unchecked(LeasedRun leased, int wanted, Inspection now) {
		StepRun run = this.runs.of(leased);
		look(run, now);
		end(run, RunState.UNCHECKED, AuditOutcome.UNCHECKED, wanted, 0);
	}

	/**
	 * What was to be proved is not there any more: nothing is done, and what is there now
	 * is shown, with a plan that brings it back.
	 * @param now what is there now
	 * @return nothing more to do
	 */
	@Transactional
	public NextWake nothingToProve(LeasedRun leased, Inspection now) {
		StepRun run = this.runs.of(leased);
		keep(run, PlanKind.APPLY, now);
		end(run, RunState.STALE, AuditOutcome.REFUSED, 0, 0);
		return new NextWake.Ended();
	}

	/**
	 * The run stopped at a change that was not made, that needs a person, or that nobody
	 * wants any more.
	 * @param state not done, conflict or stopped
	 * @param change at which it stopped
	 * @param changes how many it has
	 * @param made how many of them this run made before
	 * @return nothing more to do
	 */
	@Transactional
	public NextWake stopped(LeasedRun leased, RunState state, Change change, int changes, long made) {
		StepRun run = this.runs.of(leased);
		run.end(state, this.clock.instant());
		this.audit.append(ended(run, switch (state) {
			case CONFLICT -> AuditOutcome.CONFLICT;
			case STOPPED -> AuditOutcome.STOPPED;
			default -> AuditOutcome.NOT_DONE;
		}, changes, 0).with("made", Long.toString(made)));
		changed(run, made);
		this.statuses.stopped(run, change.object());
		return new NextWake.Ended();
	}

	/**
	 * Every change is read back. Whoever takes changes back wants no plan that makes them
	 * again.
	 * @param made how many of them this run made, and did not find there
	 * @param after what is there now, and what would be planned next
	 * @return nothing more to do
	 */
	@Transactional
	public NextWake done(LeasedRun leased, long made, Inspection after) {
		StepRun run = this.runs.of(leased);
		look(run, after);
		if (run.kind() == RunKind.UNDO) {
			takenBack(run, made);
		}
		else {
			changed(run, made);
			this.results.plan(run, PlanKind.APPLY, after, this.clock.instant());
		}
		end(run, RunState.DONE, AuditOutcome.DONE, made, after.examination().differences());
		return new NextWake.Ended();
	}

	/**
	 * Every mailbox server was probed, or could not be.
	 * @param verdict what the probes say
	 * @param after what is there now
	 * @return nothing more to do
	 */
	@Transactional
	public NextWake verified(LeasedRun leased, ProbeVerdict verdict, Inspection after) {
		StepRun run = this.runs.of(leased);
		look(run, after);
		switch (verdict) {
			case PROVED -> end(run, RunState.DONE, AuditOutcome.DONE, 0, 0);
			case FAILED -> end(run, RunState.FAILED, AuditOutcome.NEEDS_ATTENTION, 0, 0);
			case UNKNOWN, NONE -> end(run, RunState.UNCHECKED, AuditOutcome.UNCHECKED, 0, 0);
		}
		return new NextWake.Ended();
	}

	private void takenBack(StepRun run, long made) {
		if (made > 0) {
			this.statuses.takenBack(run, this.clock.instant());
		}
	}

	private void changed(StepRun run, long made) {
		if (made > 0) {
			this.statuses.changed(run, this.clock.instant());
		}
	}

	private void look(StepRun run, Inspection inspection) {
		this.runs.requireNewest(run, inspection.from());
		this.results.look(run, inspection);
	}

	private void keep(StepRun run, PlanKind kind, Inspection inspection) {
		look(run, inspection);
		this.results.plan(run, kind, inspection, this.clock.instant());
	}

	private void end(StepRun run, RunState state, AuditOutcome outcome, long changes, int left) {
		run.end(state, this.clock.instant());
		this.audit.append(ended(run, outcome, changes, left));
	}

	private AuditEntry ended(StepRun run, AuditOutcome outcome, long changes, int left) {
		return this.audit.ofRun(run.request(), outcome)
			.with("changes", Long.toString(changes))
			.with("left", Integer.toString(left));
	}

}
