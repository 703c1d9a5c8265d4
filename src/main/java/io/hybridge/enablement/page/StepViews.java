package io.hybridge.enablement.page;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.enablement.run.RunView;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.status.StepStatus;
import io.hybridge.run.status.StepStatuses;
import io.hybridge.step.StepName;

/** Puts the page of a step together from what is kept; asks no remote side. */
@Component
public class StepViews {

	private final Organizations organizations;

	private final SituationReader situations;

	private final ActivityReader activities;

	private final StepStatuses statuses;

	private final StepRail rail;

	StepViews(Organizations organizations, SituationReader situations, ActivityReader activities, StepStatuses statuses,
			StepRail rail) {
		this.organizations = organizations;
		this.situations = situations;
		this.activities = activities;
		this.statuses = statuses;
		this.rail = rail;
	}

	@Transactional(readOnly = true)
	public StepView of(OrganizationId id, StepName step) {
		StepHead head = StepHead.of(this.organizations.require(id), step);
		StepSituation situation = this.situations.of(id, step);
		List<StepStage> stages = StageSelection.of(situation, next(head, situation));
		return new StepView(head, situation.status(), this.rail.beside(head, situation, stages), stages,
				StageSelection.leader(stages).orElse(null), situation.activity().underway(), situation.seen().at());
	}

	/** What is being done in a step now, and nothing else of its page. */
	@Transactional(readOnly = true)
	public Optional<Progress> progress(OrganizationId id, StepName step) {
		StepActivity activity = this.activities.of(id, step);
		return Optional.ofNullable(activity.underway())
			.map((run) -> new Progress(StepHead.of(this.organizations.require(id), step),
					this.statuses.of(id).steps().get(step.ordinal()), activity.busy(), run));
	}

	private static String next(StepHead head, StepSituation situation) {
		int next = head.step().ordinal() + 1;
		return (situation.status().inEffect() && next < StepName.values().length)
				? StepHead.address(head.organization(), StepName.values()[next]) : null;
	}

	/**
	 * The part of a page that changes by itself.
	 *
	 * @param head which step of which organization
	 * @param status how it stands, in the words that every page has for it
	 * @param busy whether a run works on the step, so that nothing else is shown
	 * @param underway the run that is worked on now
	 */
	public record Progress(StepHead head, StepStatus status, boolean busy, RunView underway) {
	}

}
