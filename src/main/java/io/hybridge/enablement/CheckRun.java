package io.hybridge.enablement;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.steps.Step;
import io.hybridge.enablement.steps.World;

/** Works a check off: looks, keeps what was seen, and plans. Changes nothing. */
@Component
class CheckRun {

	private final Worlds worlds;

	private final Goals goals;

	private final Planner planner;

	private final Checks checks;

	CheckRun(Worlds worlds, Goals goals, Planner planner, Checks checks) {
		this.worlds = worlds;
		this.goals = goals;
		this.planner = planner;
		this.checks = checks;
	}

	Continuation work(StepRun run) {
		World world = this.worlds.lookFor(run.organization(), Step.of(run.step()));
		Purpose purpose = (run.kind() == RunKind.CHECK_UNDO) ? Purpose.UNDO : Purpose.APPLY;
		this.checks.keep(run, world, purpose, this.planner.plan(run.organization(), run.step(), purpose, world,
				this.goals.of(run.organization(), run.choice())));
		return new Continuation.Ended();
	}

}
