package io.hybridge.run.execution;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.organization.Organizations;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.change.ChangeJournalEntries;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Planner.Planned;
import io.hybridge.run.plan.StepStatusUpdater;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.probe.ProbeVerdict;
import io.hybridge.step.StepState;
import io.hybridge.step.change.Change;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.text.StoredMessage;

/**
 * Writes how a run pauses and ends, each in one transaction that first proves the lease.
 */
@Component
class RunCompletion {

	private final StepRuns runs;

	private final ChangeJournalEntries changes;

	private final Leases leases;

	private final CheckResults checks;

	private final StepStatusUpdater statuses;

	private final ProbeResults proofs;

	private final Organizations organizations;

	private final AuditLog audit;

	private final Clock clock;

	RunCompletion(StepRuns runs, ChangeJournalEntries changes, Leases leases, CheckResults checks,
			StepStatusUpdater statuses, ProbeResults proofs, Organizations organizations, AuditLog audit, Clock clock) {
		this.runs = runs;
		this.changes = changes;
		this.leases = leases;
		this.checks = checks;
		this.statuses = statuses;
		this.proofs = proofs;
		this.organizations = organizations;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional
	public void pause(LeasedRun leased, RunState state, Instant until) {
		StepRun run = mine(leased);
		run.pause(state, until);
		if (state == RunState.UNKNOWN) {
			this.statuses.trouble(run, StepState.UNKNOWN, StoredMessage.of("step.unknown", until));
		}
	}

	/**
	 * The organization changed since the plan was made: nothing is done, and what is
	 * there now is shown with a new plan.
	 * @param held the run with its lease
	 * @param world what is there now
	 * @param plan the refused one
	 * @param now what came of the look
	 */
	@Transactional
	public void stale(LeasedRun leased, Observation world, Plan plan, Planned now) {
		StepRun run = mine(leased);
		this.checks.look(run, world, now.examination());
		now.content().ifPresent((content) -> this.checks.plan(run, plan.purpose(), content, this.clock.instant()));
		end(run, RunState.STALE, AuditOutcome.REFUSED, 0);
	}

	/**
	 * The run stopped at a change that was not made or that needs a person.
	 * @param held the run with its lease
	 * @param state not done or conflict
	 * @param change at which it stopped
	 */
	@Transactional
	public void stopped(LeasedRun leased, RunState state, Change change) {
		StepRun run = mine(leased);
		boolean conflict = state == RunState.CONFLICT;
		end(run, state, conflict ? AuditOutcome.CONFLICT : AuditOutcome.NOT_DONE, 0);
		this.statuses.trouble(run, conflict ? StepState.CONFLICT : StepState.NEEDS_ATTENTION,
				StoredMessage.of("step.stopped." + state.slug(), change.object()));
	}

	/**
	 * Every change is read back.
	 * @param held the run with its lease
	 * @param world what is there now
	 * @param after what came of the last look
	 * @param purpose apply or undo
	 */
	@Transactional
	public void done(LeasedRun leased, Observation world, Planned after, PlanKind purpose) {
		StepRun run = mine(leased);
		this.checks.look(run, world, after.examination());
		this.statuses.changed(run, this.clock.instant());
		after.content().ifPresent((content) -> this.checks.plan(run, PlanKind.APPLY, content, this.clock.instant()));
		end(run, RunState.DONE, AuditOutcome.DONE, after.examination().changes().size());
	}

	/**
	 * Every mailbox server was probed, or could not be.
	 * @param held the run with its lease
	 * @param world what is there now
	 * @param after what came of the last look
	 */
	@Transactional
	public void verified(LeasedRun leased, Observation world, Planned after) {
		StepRun run = mine(leased);
		this.checks.look(run, world, after.examination());
		switch (ProbeVerdict.of(this.proofs.probesOf(run.id()))) {
			case PROVED -> end(run, RunState.DONE, AuditOutcome.DONE, 0);
			case FAILED -> end(run, RunState.NOT_DONE, AuditOutcome.NEEDS_ATTENTION, 0);
			case UNKNOWN -> end(run, RunState.NOT_DONE, AuditOutcome.UNKNOWN, 0);
		}
	}

	private StepRun mine(LeasedRun leased) {
		this.leases.prove(leased.run().organization(), leased.token());
		return this.runs.require(leased.run().id());
	}

	private void end(StepRun run, RunState state, AuditOutcome outcome, int left) {
		run.end(state, null, this.clock.instant());
		this.audit.append(AuditEntry.of(AuditKind.RUN, outcome, run.actor())
			.about(run.organization().value(), this.organizations.require(run.organization()).name())
			.in(run.id())
			.paired("run-" + run.id())
			.with("step", run.step().name())
			.with("runKind", run.kind().slug())
			.with("changes", Integer.toString(this.changes.findByRunIdOrderByOrdinal(run.id()).size()))
			.with("left", Integer.toString(left)));
	}

}
