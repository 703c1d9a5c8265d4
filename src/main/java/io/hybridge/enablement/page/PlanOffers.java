package io.hybridge.enablement.page;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.run.ChangeViews;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.StepRuns;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Plans;
import io.hybridge.step.StepName;
import io.hybridge.web.text.MessageRenderer;

/**
 * The plan that a person may apply: made of what was seen last, young enough, and not
 * carried out before.
 */
@Component
class PlanOffers {

	private final Plans plans;

	private final StepRuns runs;

	private final ChangeViews changes;

	private final MessageRenderer texts;

	private final Clock clock;

	PlanOffers(Plans plans, StepRuns runs, ChangeViews changes, MessageRenderer texts, Clock clock) {
		this.plans = plans;
		this.runs = runs;
		this.changes = changes;
		this.texts = texts;
		this.clock = clock;
	}

	Optional<PlanView> madeOf(Seen seen, OrganizationId organization, StepName step) {
		return this.plans.newest(organization, step)
			.filter((plan) -> plan.runId() == seen.run())
			.filter((plan) -> plan.validAt(this.clock.instant()))
			.filter((plan) -> this.runs.findByPlanId(plan.id()).isEmpty())
			.map(this::view);
	}

	private PlanView view(Plan plan) {
		Plan.Content content = plan.content();
		return new PlanView(plan.id(), plan.kind() == PlanKind.UNDO, content.exposure(),
				new PlanView.Content(content.changes().stream().map(this.changes::of).toList(),
						content.sideEffects().stream().map(this.texts::of).toList(),
						content.untouched().stream().map(this.texts::of).toList()),
				new PlanView.Origin(plan.authorName(), plan.madeAt(), plan.validUntil()));
	}

}
