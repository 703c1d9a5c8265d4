package io.hybridge.run.execution;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRuns;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.Journal;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.plan.Inspection;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanDifferences;
import io.hybridge.run.status.StepStatusUpdater;
import io.hybridge.step.change.Change;
import io.hybridge.web.text.StoredMessage;

/**
 * Ends a run that carries a plan out, together with what that makes of its changes: both,
 * or neither.
 */
@Component
class ApplyEnd {

	private final JournaledChanges changes;

	private final Journal journal;

	private final RunCompletion completion;

	private final StepRuns runs;

	private final StepStatusUpdater statuses;

	ApplyEnd(JournaledChanges changes, Journal journal, RunCompletion completion, StepRuns runs,
			StepStatusUpdater statuses) {
		this.changes = changes;
		this.journal = journal;
		this.completion = completion;
		this.runs = runs;
		this.statuses = statuses;
	}

	/**
	 * The change at which a run gives up that ended in a crash each time, or whose
	 * outcome could not be written.
	 */
	Optional<JournaledChange> worn(LeasedRun leased) {
		return this.runs.require(leased.run().id()).worn()
				? this.changes.of(leased.run().id()).stream().filter((each) -> each.state().open()).findFirst()
				: Optional.empty();
	}

	/** What was sent is left to a person, what was not stays so. */
	@Transactional
	public NextWake givenUp(LeasedRun leased, Plan plan, JournaledChange change) {
		if (change.state() == ChangeState.WAITING) {
			this.journal.refuse(leased, change, StoredMessage.of("timeline.given-up.unsent"), null);
			return stopped(leased, plan, RunState.NOT_DONE, change.change());
		}
		this.journal.decide(leased, change, ChangeState.CONFLICT, "", StoredMessage.of("timeline.given-up"));
		return stopped(leased, plan, RunState.CONFLICT, change.change());
	}

	NextWake pause(LeasedRun leased, Progress.Pause pause) {
		return this.completion.pause(leased, pause.state(), pause.until());
	}

	/** What could not be seen has not changed for that. */
	NextWake refused(LeasedRun leased, Plan plan, Inspection now) {
		int wanted = this.changes.of(leased.run().id()).size();
		if (PlanDifferences.seen(plan, now)) {
			this.completion.stale(leased, plan.kind(), wanted, now);
		}
		else {
			this.completion.unchecked(leased, wanted, now);
		}
		return new NextWake.Ended();
	}

	@Transactional
	public NextWake done(LeasedRun leased, Plan plan, Inspection after) {
		List<JournaledChange> carriedOut = tookBack(leased, plan);
		return this.completion.done(leased, made(carriedOut), after);
	}

	/** What was made before stays made, and what was postponed is not sent again. */
	@Transactional
	public NextWake stopped(LeasedRun leased, Plan plan, RunState state, Change change) {
		List<JournaledChange> carriedOut = tookBack(leased, plan);
		carriedOut.stream()
			.filter((each) -> each.state() == ChangeState.WAITING && each.touched())
			.forEach((postponed) -> this.journal.leave(leased, postponed));
		NextWake end = this.completion.stopped(leased, state, change, carriedOut.size(), made(carriedOut));
		if (this.changes.refusedToAccount(leased.run().id())) {
			this.statuses.refused(leased.run(), change.object());
		}
		return end;
	}

	/** Remembers what an undo has taken back, which is not all where it stopped. */
	private List<JournaledChange> tookBack(LeasedRun leased, Plan plan) {
		List<JournaledChange> carriedOut = this.changes.of(leased.run().id());
		List<Long> undoes = plan.content().undoes();
		this.journal.markUndone(leased,
				IntStream.range(0, undoes.size())
					.filter((place) -> carriedOut.get(place).state().asWanted())
					.mapToObj(undoes::get)
					.toList());
		return carriedOut;
	}

	private static long made(List<JournaledChange> changes) {
		return changes.stream().filter((change) -> change.state() == ChangeState.DONE).count();
	}

}
