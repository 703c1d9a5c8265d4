package io.hybridge.run.execution;

import org.springframework.stereotype.Component;

import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Planner;
import io.hybridge.run.plan.RemoteReader;
import io.hybridge.run.plan.TargetStates;
import io.hybridge.step.Step;
import io.hybridge.step.observation.Observation;

/** Works a check off: looks, keeps what was seen, and plans. Changes nothing. */
@Component
class CheckExecutor {

	private final RemoteReader reader;

	private final TargetStates targetStates;

	private final Planner planner;

	private final CheckResults checks;

	CheckExecutor(RemoteReader reader, TargetStates targetStates, Planner planner, CheckResults checks) {
		this.reader = reader;
		this.targetStates = targetStates;
		this.planner = planner;
		this.checks = checks;
	}

	NextWake work(StepRun run) {
		Observation world = this.reader.lookFor(run.organization(), Step.of(run.step()));
		PlanKind purpose = (run.kind() == RunKind.CHECK_UNDO) ? PlanKind.UNDO : PlanKind.APPLY;
		this.checks.keep(run, world, purpose, this.planner.plan(run.organization(), run.step(), purpose, world,
				this.targetStates.of(run.organization(), run.choice())));
		return new NextWake.Ended();
	}

}
