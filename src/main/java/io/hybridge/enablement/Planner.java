package io.hybridge.enablement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.steps.Change;
import io.hybridge.enablement.steps.Examination;
import io.hybridge.enablement.steps.Goal;
import io.hybridge.enablement.steps.Step;
import io.hybridge.enablement.steps.World;
import io.hybridge.organization.OrganizationId;

/** Turns one look into an examination and, where there is something to do, a plan. */
@Component
class Planner {

	private final StepChanges changes;

	private final Plans plans;

	Planner(StepChanges changes, Plans plans) {
		this.changes = changes;
		this.plans = plans;
	}

	Planned plan(OrganizationId organization, StepName step, Purpose purpose, World world, Goal goal) {
		Examination examination = Step.of(step).examine(world, goal);
		return new Planned(examination,
				(purpose == Purpose.UNDO) ? undo(organization, step, world) : apply(examination));
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
	private Optional<Plan.Content> undo(OrganizationId organization, StepName step, World world) {
		List<Change> inverses = new ArrayList<>();
		List<Long> undoes = new ArrayList<>();
		List<Text> kept = new ArrayList<>();
		Set<String> objects = new HashSet<>();
		for (StepChange made : this.changes.madeIn(organization.value(), step)) {
			Change change = this.plans.read(made.content());
			if (!objects.add(change.key() + " " + change.object())) {
				continue;
			}
			change.inverse(world).ifPresentOrElse((inverse) -> {
				inverses.add(inverse);
				undoes.add(made.id());
			}, () -> kept.add(Text.of("undo.kept." + change.key(), change.object(), change.after())));
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
	record Planned(Examination examination, Optional<Plan.Content> content) {
	}

}
