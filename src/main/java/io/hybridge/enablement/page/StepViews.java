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

	private final SituationReader situations;

	private final StepRail rail;

	StepViews(Organizations organizations, SituationReader situations, StepRail rail) {
		this.organizations = organizations;
		this.situations = situations;
		this.rail = rail;
	}

	@Transactional(readOnly = true)
	public StepView of(OrganizationId id, StepName step) {
		StepHead head = StepHead.of(this.organizations.require(id), step);
		StepSituation situation = this.situations.of(id, step);
		List<RailStep> rail = this.rail.beside(head, situation);
		return new StepView(head, situation.status(), rail, StageSelection.of(situation, next(rail, step)),
				situation.activity().underway(), situation.seen().at());
	}

	private static String next(List<RailStep> rail, StepName step) {
		int next = step.ordinal() + 1;
		return (rail.get(step.ordinal()).proved() && next < rail.size()) ? rail.get(next).url() : null;
	}

}
