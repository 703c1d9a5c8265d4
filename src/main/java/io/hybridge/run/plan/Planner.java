package io.hybridge.run.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.change.ChangeJson;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.step.Step;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.text.StoredMessage;

/** Turns one look into an examination and, where there is something to do, a plan. */
@Component
public class Planner {

	private final JournaledChanges changes;

	Planner(JournaledChanges changes) {
		this.changes = changes;
	}

	public Planned plan(OrganizationId organization, StepName step, PlanKind kind, Observation observation,
			TargetState target) {
		Examination examination = Step.of(step).examine(observation, target);
		return new Planned(examination,
				(kind == PlanKind.UNDO) ? undo(organization, step, observation) : apply(examination));
	}

	private Optional<Plan.Content> apply(Examination examination) {
		return (examination.plannable() && !examination.changes().isEmpty())
				? Optional.of(new Plan.Content(examination.changes(), List.of(), examination.sideEffects(),
						examination.untouched(), examination.exposure()))
				: Optional.empty();
	}

	/**
	 * Of several changes of ours to one object only the newest is taken back; those
	 * before it are, when their value is there again.
	 */
	private Optional<Plan.Content> undo(OrganizationId organization, StepName step, Observation observation) {
		List<Change> inverses = new ArrayList<>();
		List<Long> undoes = new ArrayList<>();
		List<StoredMessage> kept = new ArrayList<>();
		Set<String> objects = new HashSet<>();
		for (JournaledChange made : this.changes.madeIn(organization, step)) {
			Change change = made.change();
			if (!objects.add(change.key() + " " + change.object())) {
				continue;
			}
			if (change.isReplaced(ChangeJson.fields(made.evidence()), observation)) {
				kept.add(StoredMessage.of("undo.kept.replaced", change.object()));
				continue;
			}
			change.inverse(observation).ifPresentOrElse((inverse) -> {
				inverses.add(inverse);
				undoes.add(made.id());
			}, () -> kept.add(StoredMessage.of("undo.kept." + change.key(), change.object(), change.after())));
		}
		return inverses.isEmpty() ? Optional.empty()
				: Optional.of(new Plan.Content(inverses, undoes, List.of(), kept, false));
	}

	/**
	 * What came of a look.
	 *
	 * @param examination findings and changes
	 * @param content of a plan, or empty when there is nothing to do or it cannot be done
	 */
	public record Planned(Examination examination, Optional<Plan.Content> content) {
	}

}
