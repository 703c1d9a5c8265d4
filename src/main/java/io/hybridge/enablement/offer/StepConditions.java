package io.hybridge.enablement.offer;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.offer.StepCondition.Work;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Snapshot;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.run.status.StepStatuses;
import io.hybridge.step.StepName;

/** Finds out what decides which verbs a step offers; asks no remote side. */
@Component
public class StepConditions {

	private final StepRuns runs;

	private final Snapshots snapshots;

	private final CurrentPlans plans;

	private final JournaledChanges changes;

	private final StepStatuses statuses;

	StepConditions(StepRuns runs, Snapshots snapshots, CurrentPlans plans, JournaledChanges changes,
			StepStatuses statuses) {
		this.runs = runs;
		this.snapshots = snapshots;
		this.plans = plans;
		this.changes = changes;
		this.statuses = statuses;
	}

	public StepCondition of(OrganizationId organization, StepName step) {
		// The runs first: one that has ended by now has left its snapshot, not the other
		// way round.
		Work work = work(organization, step);
		boolean held = this.runs.holding(organization).filter((other) -> other.step() != step).isPresent();
		Optional<Snapshot> seen = this.snapshots.newest(organization, step);
		Optional<Plan> plan = seen.flatMap((snapshot) -> this.plans.madeOf(snapshot, organization, step));
		Optional<StepName> obstacle = this.statuses.obstacle(organization, step);
		Optional<Plan> offered = plan.filter((found) -> obstacle.isEmpty() || found.kind() == PlanKind.UNDO);
		return new StepCondition(step, work, held, obstacle.orElse(null), offered.map(Plan::id).orElse(null),
				plan.isEmpty() && seen.filter((snapshot) -> snapshot.examination().asWanted()).isPresent(),
				!this.changes.madeIn(organization, step).isEmpty(), this.statuses.probed(organization),
				newest(organization, step).filter((run) -> run.state() == RunState.CONFLICT).isPresent());
	}

	/**
	 * Refuses what the step does not offer.
	 * @return the condition that offers it
	 * @throws NotOffered with the reason
	 */
	public StepCondition require(OrganizationId organization, StepName step, Verb verb) {
		StepCondition condition = of(organization, step);
		condition.refusal(verb).ifPresent((refusal) -> {
			throw new NotOffered(organization, step, refusal);
		});
		return condition;
	}

	/**
	 * Refuses a plan that is not the one which can be applied now.
	 * @param plan that the person saw
	 * @throws NotOffered with the reason
	 */
	public void require(Plan plan) {
		if (require(plan.organization(), plan.step(), Verb.APPLY).plan() != plan.id()) {
			throw new NotOffered(plan.organization(), plan.step(), Refusal.NO_PLAN);
		}
	}

	public boolean tooOld(Plan plan) {
		return this.plans.tooOld(plan);
	}

	private Work work(OrganizationId organization, StepName step) {
		if (underWay(newest(organization, step))) {
			return Work.CHECK_OR_CHANGE;
		}
		return underWay(this.runs.newest(organization, step, RunKind.VERIFY)) ? Work.PROBE : Work.NOTHING;
	}

	private Optional<StepRun> newest(OrganizationId organization, StepName step) {
		return this.runs.newest(organization, step, RunKind.CHECK, RunKind.CHECK_UNDO, RunKind.APPLY, RunKind.UNDO);
	}

	private static boolean underWay(Optional<StepRun> run) {
		return run.filter((each) -> !each.state().ended()).isPresent();
	}

}
