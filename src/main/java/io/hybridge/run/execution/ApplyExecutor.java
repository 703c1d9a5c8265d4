package io.hybridge.run.execution;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.plan.Inspection;
import io.hybridge.run.plan.Inspector;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Plans;
import io.hybridge.step.change.Change;

/**
 * Carries a plan out, change after change, unless the organization has changed since it
 * was made. Whatever interrupts it, it goes on by looking and never by guessing.
 */
@Component
class ApplyExecutor implements LeasedExecutor {

	private final Plans plans;

	private final Inspector inspector;

	private final JournaledChanges journal;

	private final ChangeExecutor changes;

	private final ApplyEnd end;

	ApplyExecutor(Plans plans, Inspector inspector, JournaledChanges journal, ChangeExecutor changes, ApplyEnd end) {
		this.plans = plans;
		this.inspector = inspector;
		this.journal = journal;
		this.changes = changes;
		this.end = end;
	}

	@Override
	public boolean worksOn(RunKind kind) {
		return kind == RunKind.APPLY || kind == RunKind.UNDO;
	}

	@Override
	public NextWake execute(LeasedRun leased) {
		Plan plan = this.plans.find(leased.run().planId()).orElseThrow();
		return this.end.worn(leased)
			.map((change) -> this.end.givenUp(leased, plan, change))
			.orElseGet(() -> execute(leased, plan));
	}

	private NextWake execute(LeasedRun leased, Plan plan) {
		List<JournaledChange> planned = this.journal.of(leased.run().id());
		boolean untouched = planned.stream().noneMatch(JournaledChange::touched);
		if (untouched) {
			Inspection now = this.inspector.inspect(leased.run(), plan);
			if (!this.plans.stillFits(plan, now)) {
				return this.end.refused(leased, plan, now);
			}
		}
		return switch (carryOut(leased, planned, untouched)) {
			case Progress.Next() -> this.end.done(leased, plan, this.inspector.inspect(leased.run(), PlanKind.APPLY));
			case Progress.Pause pause -> this.end.pause(leased, pause);
			case Progress.Stop(RunState state, Change change) -> this.end.stopped(leased, plan, state, change);
		};
	}

	private Progress carryOut(LeasedRun leased, List<JournaledChange> planned, boolean untouched) {
		boolean justLooked = untouched;
		for (JournaledChange change : planned) {
			Progress progress = this.changes.carryOut(leased, change, justLooked);
			if (!(progress instanceof Progress.Next)) {
				return progress;
			}
			justLooked = justLooked || change.state().open();
		}
		return new Progress.Next();
	}

}
