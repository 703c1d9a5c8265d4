package io.hybridge.run.plan;

import java.util.Optional;

import io.hybridge.run.Vantage;
import io.hybridge.run.plan.Planner.Planned;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.observation.Observation;

/**
 * One look, and what came of it.
 *
 * @param seen what was there
 * @param planned what it means and what there is to do
 * @param from where it was seen
 */
public record Inspection(Observation seen, Planned planned, Vantage from) {

	public Examination examination() {
		return this.planned.examination();
	}

	/**
	 * What a plan would contain, or empty where there is nothing to do or it cannot be
	 * done.
	 */
	public Optional<Plan.Content> content() {
		return this.planned.content();
	}

}
