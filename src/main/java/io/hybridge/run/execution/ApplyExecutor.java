package io.hybridge.run.execution;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.plan.Inspection;
import io.hybridge.run.plan.Inspector;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanDifferences;
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

	private final RunCompletion completion;

	ApplyExecutor(Plans plans, Inspector inspector, JournaledChanges journal, ChangeExecutor changes,
			RunCompletion completion) {
		this.plans = plans;
		this.inspector = inspector;
		this.journal = journal;
		this.changes = changes;
		this.completion = completion;
	}

	@Override
	public boolean worksOn(RunKind kind) {
		return kind == RunKind.APPLY || kind == RunKind.UNDO;
	}

	@Override
	public NextWake execute(LeasedRun leased) {
		Plan plan = this.plans.find(leased.run().planId()).orElseThrow();
		List<JournaledChange> planned = this.journal.of(leased.run().id());
		boolean untouched = planned.stream().noneMatch(JournaledChange::touched);
		if (untouched) {
			Inspection now = this.inspector.inspect(plan);
			if (!this.plans.stillFits(plan, now)) {
				refuse(leased, plan, now);
				return new NextWake.Ended();
			}
		}
		return switch (carryOut(leased, planned, untouched)) {
			case Progress.Next() -> done(leased, plan);
			case Progress.Pause(RunState state, Instant until) -> this.completion.pause(leased, state, until);
			case Progress.Stop(RunState state, Change change) -> stopped(leased, plan, state, change);
		};
	}

	/** What could not be seen has not changed for that. */
	private void refuse(LeasedRun leased, Plan plan, Inspection now) {
		if (PlanDifferences.seen(plan, now)) {
			this.completion.stale(leased, plan, now);
		}
		else {
			this.completion.unchecked(leased, plan, now);
		}
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

	private NextWake done(LeasedRun leased, Plan plan) {
		List<JournaledChange> carriedOut = tookBack(leased, plan);
		return this.completion.done(leased, made(carriedOut), this.inspector.inspect(leased.run(), PlanKind.APPLY));
	}

	/** What was made before stays made. */
	private NextWake stopped(LeasedRun leased, Plan plan, RunState state, Change change) {
		List<JournaledChange> carriedOut = tookBack(leased, plan);
		return this.completion.stopped(leased, state, change, carriedOut.size(), made(carriedOut));
	}

	/** Remembers what an undo has taken back, which is not all where it stopped. */
	private List<JournaledChange> tookBack(LeasedRun leased, Plan plan) {
		List<JournaledChange> changes = this.journal.of(leased.run().id());
		List<Long> undoes = plan.content().undoes();
		this.changes.tookBack(leased,
				IntStream.range(0, undoes.size())
					.filter((place) -> changes.get(place).state().asWanted())
					.mapToObj(undoes::get)
					.toList());
		return changes;
	}

	private static long made(List<JournaledChange> changes) {
		return changes.stream().filter((change) -> change.state() == ChangeState.DONE).count();
	}

}
