package io.hybridge.run.plan;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.microsoft365.TenantReading;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.step.Step;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.ReturnedFindings;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;

/** Turns one look into an examination and, where there is something to do, a plan. */
@Component
public class Planner {

	private final JournaledChanges changes;

	Planner(JournaledChanges changes) {
		this.changes = changes;
	}

	public Planned plan(OrganizationId organization, StepName step, PlanKind kind, Observation observation,
			TargetState target) {
		List<JournaledChange> returned = Returned.among(this.changes.takenBackIn(organization, step),
				this.changes.madeIn(organization, step), observation);
		Examination examination = Step.of(step)
			.examine(observation, target)
			.and(ReturnedFindings.of(returned.stream().map(JournaledChange::change).toList()));
		return switch (kind) {
			case APPLY -> new Planned(examination, apply(examination));
			case UNDO -> undo(organization, step, observation, returned).planned(examination);
		};
	}

	private Optional<Plan.Content> apply(Examination examination) {
		return (examination.plannable() && !examination.changes().isEmpty())
				? Optional.of(new Plan.Content(examination.changes(), List.of(), examination.sideEffects(),
						examination.untouched(), examination.exposure()))
				: Optional.empty();
	}

	private TakingBack undo(OrganizationId organization, StepName step, Observation observation,
			List<JournaledChange> returned) {
		TakingBack back = new TakingBack(toChange(observation));
		returned.forEach(back::judge);
		this.changes.madeIn(organization, step).forEach(back::judge);
		return back;
	}

	/** What an application reads does not let anybody take anything back. */
	private static Observation toChange(Observation observation) {
		return observation.tenant().seen().flatMap(TenantReading.Seen::application).isPresent()
				? observation.withTenant(new Reading.SignInNeeded<>()) : observation;
	}

	/**
	 * What came of a look.
	 *
	 * @param examination findings and changes
	 * @param content of a plan, or empty when there is nothing to do or it cannot be done
	 * @param untold whether an undo has a change of ours of which nobody can tell if it
	 * is still there
	 */
	public record Planned(Examination examination, Optional<Plan.Content> content, boolean untold) {

		public Planned(Examination examination, Optional<Plan.Content> content) {
			this(examination, content, false);
		}

	}

}
