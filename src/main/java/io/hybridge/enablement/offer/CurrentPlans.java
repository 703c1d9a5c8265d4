package io.hybridge.enablement.offer;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.StepRuns;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.plan.Snapshot;
import io.hybridge.step.StepName;

/** Finds the plan of a step that still counts. */
@Component
class CurrentPlans {

	private final Plans plans;

	private final StepRuns runs;

	private final Clock clock;

	CurrentPlans(Plans plans, StepRuns runs, Clock clock) {
		this.plans = plans;
		this.runs = runs;
		this.clock = clock;
	}

	/** A plan is offered while nothing newer was seen and it was not carried out. */
	Optional<Plan> madeOf(Snapshot snapshot, OrganizationId organization, StepName step) {
		return this.plans.newest(organization, step)
			.filter((plan) -> plan.runId() == snapshot.runId())
			.filter((plan) -> !tooOld(plan) && !this.plans.discarded(plan))
			.filter((plan) -> this.runs.findByPlanId(plan.id()).isEmpty());
	}

	boolean tooOld(Plan plan) {
		return !plan.validAt(this.clock.instant());
	}

}
