package io.hybridge.enablement;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.enablement.Planner.Planned;
import io.hybridge.enablement.steps.Change;
import io.hybridge.enablement.steps.World;
import io.hybridge.organization.Organizations;

/**
 * Writes how a run pauses and ends, each in one transaction that first proves the lease.
 */
@Component
class RunEnds {

	private final StepRuns runs;

	private final StepChanges changes;

	private final Leases leases;

	private final Checks checks;

	private final Statuses statuses;

	private final Proofs proofs;

	private final Organizations organizations;

	private final AuditLog audit;

	private final Clock clock;

	RunEnds(StepRuns runs, StepChanges changes, Leases leases, Checks checks, Statuses statuses, Proofs proofs,
			Organizations organizations, AuditLog audit, Clock clock) {
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
	public void pause(Held held, RunState state, Instant until) {
		StepRun run = mine(held);
		run.pause(state, until);
		if (state == RunState.UNKNOWN) {
			this.statuses.trouble(run, StepState.UNKNOWN, Text.of("step.unknown", until));
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
	public void stale(Held held, World world, Plan plan, Planned now) {
		StepRun run = mine(held);
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
	public void stopped(Held held, RunState state, Change change) {
		StepRun run = mine(held);
		boolean conflict = state == RunState.CONFLICT;
		end(run, state, conflict ? AuditOutcome.CONFLICT : AuditOutcome.NOT_DONE, 0);
		this.statuses.trouble(run, conflict ? StepState.CONFLICT : StepState.NEEDS_ATTENTION,
				Text.of("step.stopped." + state.slug(), change.object()));
	}

	/**
	 * Every change is read back.
	 * @param held the run with its lease
	 * @param world what is there now
	 * @param after what came of the last look
	 * @param purpose apply or undo
	 */
	@Transactional
	public void done(Held held, World world, Planned after, Purpose purpose) {
		StepRun run = mine(held);
		this.checks.look(run, world, after.examination());
		this.statuses.changed(run, this.clock.instant());
		after.content().ifPresent((content) -> this.checks.plan(run, Purpose.APPLY, content, this.clock.instant()));
		end(run, RunState.DONE, AuditOutcome.DONE, after.examination().changes().size());
	}

	/**
	 * Every mailbox server was probed, or could not be.
	 * @param held the run with its lease
	 * @param world what is there now
	 * @param after what came of the last look
	 */
	@Transactional
	public void verified(Held held, World world, Planned after) {
		StepRun run = mine(held);
		this.checks.look(run, world, after.examination());
		switch (Proof.of(this.proofs.probesOf(run.id()))) {
			case PROVED -> end(run, RunState.DONE, AuditOutcome.DONE, 0);
			case FAILED -> end(run, RunState.NOT_DONE, AuditOutcome.NEEDS_ATTENTION, 0);
			case UNKNOWN -> end(run, RunState.NOT_DONE, AuditOutcome.UNKNOWN, 0);
		}
	}

	private StepRun mine(Held held) {
		this.leases.prove(held.run().organization(), held.token());
		return this.runs.require(held.run().id());
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
