package io.hybridge.enablement.page;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.offer.StepCondition;
import io.hybridge.enablement.offer.StepConditions;
import io.hybridge.enablement.run.RunView;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.status.OrganizationStatus;
import io.hybridge.run.status.StepStatuses;
import io.hybridge.step.StepName;

/** Gathers what is known of a step when its page is shown. */
@Component
class SituationReader {

	private final ActivityReader activities;

	private final StepConditions conditions;

	private final StepFindings findings;

	private final PlanViews plans;

	private final StepStatuses statuses;

	SituationReader(ActivityReader activities, StepConditions conditions, StepFindings findings, PlanViews plans,
			StepStatuses statuses) {
		this.activities = activities;
		this.conditions = conditions;
		this.findings = findings;
		this.plans = plans;
		this.statuses = statuses;
	}

	StepSituation of(OrganizationId organization, StepName step) {
		// The runs first: one that has ended by now has left its snapshot, not the other
		// way round.
		StepActivity activity = this.activities.of(organization, step);
		StepCondition condition = this.conditions.of(organization, step);
		LastLook seen = this.findings.of(organization, step);
		OrganizationStatus stands = this.statuses.of(organization);
		RunView undone = this.activities.run(stands.steps().get(step.ordinal()).takenBack());
		return new StepSituation(stands, condition, seen, this.plans.of(condition).orElse(null),
				seen.ever() ? activity.since(undone) : activity.begun());
	}

}
