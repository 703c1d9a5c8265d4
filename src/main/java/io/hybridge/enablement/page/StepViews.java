package io.hybridge.enablement.page;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.step.StepName;
import io.hybridge.web.RailStep;

/** Puts the page of a step together from what is kept; asks no remote side. */
@Component
public class StepViews {

	private final Organizations organizations;

	private final StepActivities activities;

	private final StepFindings findings;

	private final PlanOffers offers;

	private final StepRail rail;

	StepViews(Organizations organizations, StepActivities activities, StepFindings findings, PlanOffers offers,
			StepRail rail) {
		this.organizations = organizations;
		this.activities = activities;
		this.findings = findings;
		this.offers = offers;
		this.rail = rail;
	}

	@Transactional(readOnly = true)
	public StepView of(OrganizationId id, StepName step) {
		StepHead head = StepHead.of(this.organizations.require(id), step);
		// The runs first: one that has ended by now has left its snapshot, not the other
		// way round.
		StepActivity activity = this.activities.of(id, step);
		Seen seen = this.findings.of(id, step);
		StepSituation situation = new StepSituation(step, seen, this.offers.madeOf(seen, id, step).orElse(null),
				activity);
		List<RailStep> rail = this.rail.beside(head, situation);
		return new StepView(head, rail, StepStages.of(situation, next(rail, step)), activity.underway(), seen.at());
	}

	private static String next(List<RailStep> rail, StepName step) {
		int next = step.ordinal() + 1;
		return (rail.get(step.ordinal()).proved() && next < rail.size()) ? rail.get(next).url() : null;
	}

}
