package io.hybridge.enablement.run;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.run.StepRun;
import io.hybridge.run.plan.PlanDifferences;
import io.hybridge.run.plan.Plans;
import io.hybridge.step.change.Change;
import io.hybridge.web.text.MessageRenderer;

/** Says what became different since a plan was made that was refused as stale. */
@Component
class StaleDifferences {

	private final Plans plans;

	private final ChangeTitles words;

	private final MessageRenderer texts;

	StaleDifferences(Plans plans, ChangeTitles words, MessageRenderer texts) {
		this.plans = plans;
		this.words = words;
		this.texts = texts;
	}

	/**
	 * The differences to the plan of a run.
	 * @return one sentence each; empty for a proof, which carries out no plan
	 */
	List<String> of(StepRun run) {
		if (run.planId() == null) {
			return List.of();
		}
		List<Change> planned = this.plans.find(run.planId()).orElseThrow().content().changes();
		List<Change> now = this.plans.madeBy(run.id()).map((plan) -> plan.content().changes()).orElse(List.of());
		return PlanDifferences.between(planned, now)
			.stream()
			.map((difference) -> this.texts.of("stale." + difference.kind().slug(),
					this.words.title(difference.change()), this.words.valueOrAbsent(difference.planned()),
					this.words.valueOrAbsent(difference.found())))
			.toList();
	}

}
