package io.hybridge.run.plan;

import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunRequest;
import io.hybridge.step.Step;
import io.hybridge.step.StepName;
import io.hybridge.step.TargetState;
import io.hybridge.step.observation.Observation;

/** Looks at an organization and plans: the first verb of every step. Changes nothing. */
@Component
public class Inspector {

	private final RemoteReader reader;

	private final TargetStates targets;

	private final Planner planner;

	Inspector(RemoteReader reader, TargetStates targets, Planner planner) {
		this.reader = reader;
		this.targets = targets;
		this.planner = planner;
	}

	/**
	 * Looks for a run.
	 * @param run in whose step
	 * @param kind what a plan would be for
	 * @return what was seen and what came of it
	 */
	public Inspection inspect(RunRequest run, PlanKind kind) {
		return inspect(run.organization(), run.step(), kind, this.targets.of(run.organization(), run.choice()));
	}

	/**
	 * Looks whether a plan still fits.
	 * @param plan with the choices that stand in it
	 * @return what was seen and what would be planned now
	 */
	public Inspection inspect(Plan plan) {
		return inspect(plan.organization(), plan.step(), plan.kind(), this.targets.of(plan));
	}

	private Inspection inspect(OrganizationId organization, StepName step, PlanKind kind, TargetState target) {
		Observation seen = this.reader.lookFor(organization, Step.of(step));
		return new Inspection(seen, this.planner.plan(organization, step, kind, seen, target));
	}

}
