package io.hybridge.enablement;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.Hands.Answer;
import io.hybridge.enablement.Planner.Planned;
import io.hybridge.enablement.steps.Change;
import io.hybridge.enablement.steps.Judgment;
import io.hybridge.enablement.steps.Step;
import io.hybridge.enablement.steps.World;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;

/**
 * Carries a plan out, change after change: intent, call, read-back, outcome. Whatever
 * interrupts it, it goes on by looking and never by guessing.
 */
@Component
class ApplyRun {

	private final StepChanges changes;

	private final Plans plans;

	private final Worlds worlds;

	private final Goals goals;

	private final Planner planner;

	private final Hands hands;

	private final Journal journal;

	private final RunEnds ends;

	private final EnablementSettings settings;

	private final Clock clock;

	ApplyRun(StepChanges changes, Plans plans, Worlds worlds, Goals goals, Planner planner, Hands hands,
			Journal journal, RunEnds ends, EnablementSettings settings, Clock clock) {
		this.changes = changes;
		this.plans = plans;
		this.worlds = worlds;
		this.goals = goals;
		this.planner = planner;
		this.hands = hands;
		this.journal = journal;
		this.ends = ends;
		this.settings = settings;
		this.clock = clock;
	}

	Continuation work(Held held) {
		StepRun run = held.run();
		Plan plan = this.plans.find(run.planId()).orElseThrow();
		List<StepChange> rows = this.changes.findByRunIdOrderByOrdinal(run.id());
		boolean justLooked = untouched(rows);
		if (justLooked) {
			World world = this.worlds.lookFor(run.organization(), Step.of(run.step()));
			Planned now = this.planner.plan(run.organization(), run.step(), plan.purpose(), world, this.goals.of(plan));
			if (!fits(plan, now)) {
				this.ends.stale(held, world, plan, now);
				return new Continuation.Ended();
			}
		}
		for (StepChange row : rows) {
			switch (advance(held, row, justLooked)) {
				case Progress.Next() -> justLooked = justLooked || row.state() != ChangeState.DONE;
				case Progress.Pause(RunState state, Instant until) -> {
					this.ends.pause(held, state, until);
					return new Continuation.At(until);
				}
				case Progress.Stop(RunState state, Change change) -> {
					this.ends.stopped(held, state, change);
					return new Continuation.Ended();
				}
			}
		}
		finish(held, plan);
		return new Continuation.Ended();
	}

	private static boolean untouched(List<StepChange> rows) {
		return rows.stream().allMatch((row) -> row.attempts() == 0);
	}

	private boolean fits(Plan plan, Planned now) {
		return now.content()
			.map((content) -> this.plans.fingerprint(content.changes()).equals(plan.fingerprint()))
			.orElse(false);
	}

	private Progress advance(Held held, StepChange row, boolean justLooked) {
		Change change = this.plans.read(row.content());
		return switch (row.state()) {
			case DONE -> new Progress.Next();
			case NOT_DONE -> new Progress.Stop(RunState.NOT_DONE, change);
			case CONFLICT -> new Progress.Stop(RunState.CONFLICT, change);
			case WAITING -> begin(held, row, change, justLooked);
			case SENT, UNKNOWN -> lookBack(held, row, change);
		};
	}

	/**
	 * After a pause the world may be another, so it is looked at before anything is sent.
	 */
	private Progress begin(Held held, StepChange row, Change change, boolean justLooked) {
		if (row.nextAt() != null && row.nextAt().isAfter(this.clock.instant())) {
			return new Progress.Pause(RunState.RUNNING, row.nextAt());
		}
		if (justLooked) {
			return attempt(held, row, change);
		}
		return switch (change.judge(this.worlds.lookBack(held.run().organization(), change))) {
			case Judgment.Desired(String found) -> {
				this.journal.found(held, row.id(), change, found);
				yield new Progress.Next();
			}
			case Judgment.Other(String found) -> conflict(held, row, change, found);
			// What cannot be seen, the call itself will tell.
			case Judgment.Before before -> attempt(held, row, change);
			case Judgment.Unseen unseen -> attempt(held, row, change);
		};
	}

	private Progress attempt(Held held, StepChange row, Change change) {
		this.journal.intend(held, row.id(), change);
		try {
			Answer answer = this.hands.send(held.run().organization(), change);
			this.journal.answered(held, row.id(), answer);
		}
		catch (RemoteFailure failure) {
			return failed(held, row, change, failure);
		}
		return lookBack(held, reread(held, row), change);
	}

	private Progress failed(Held held, StepChange row, Change change, RemoteFailure failure) {
		if (failure.effect() == Effect.POSSIBLE) {
			Instant next = this.journal.unknown(held, row.id(), change, Text.of("moment.no-answer", failure.subject()),
					failure.evidence());
			return new Progress.Pause(RunState.UNKNOWN, next);
		}
		int attempts = reread(held, row).attempts();
		if (failure.retryable() && attempts < this.settings.attempts()) {
			Instant until = this.clock.instant().plus(failure.pause().orElse(this.settings.pause(attempts)));
			this.journal.postpone(held, row.id(), change, until, failure.evidence());
			return new Progress.Pause(RunState.RUNNING, until);
		}
		this.journal.refuse(held, row.id(), change, Text.of("failure." + failure.code(), failure.subject()),
				failure.evidence());
		return new Progress.Stop(RunState.NOT_DONE, change);
	}

	/** Reads a change back and decides what is decided. */
	private Progress lookBack(Held held, StepChange row, Change change) {
		World world = this.worlds.lookBack(held.run().organization(), change);
		return switch (change.judge(world)) {
			case Judgment.Desired(String found) -> {
				this.journal.decide(held, row.id(), change, ChangeState.DONE, found, Text.of(proof(row), found));
				yield new Progress.Next();
			}
			case Judgment.Other(String found) -> conflict(held, row, change, found);
			case Judgment.Unseen(String why) -> {
				Instant next = this.journal.unknown(held, row.id(), change, Text.of("moment.look-failed"), why);
				yield new Progress.Pause(RunState.UNKNOWN, next);
			}
			case Judgment.Before(String found) -> stillBefore(held, row, change, found);
		};
	}

	private static String proof(StepChange row) {
		return row.answerMissing() ? "moment.confirmed" : "moment.read-back";
	}

	private Progress conflict(Held held, StepChange row, Change change, String found) {
		this.journal.decide(held, row.id(), change, ChangeState.CONFLICT, found, Text.of("moment.conflict", found));
		return new Progress.Stop(RunState.CONFLICT, change);
	}

	private Progress stillBefore(Held held, StepChange row, Change change, String found) {
		boolean missing = row.answerMissing();
		if (this.clock.instant().isBefore(settledAt(row, change))) {
			Instant next = this.journal.unknown(held, row.id(), change,
					Text.of(missing ? "moment.not-there-yet" : "moment.waiting-to-show"), "");
			return new Progress.Pause(RunState.UNKNOWN, next);
		}
		if (missing && row.attempts() < this.settings.attempts()) {
			return attempt(held, row, change);
		}
		// An answer said it was made and it never showed: that needs a person.
		ChangeState outcome = missing ? ChangeState.NOT_DONE : ChangeState.CONFLICT;
		this.journal.decide(held, row.id(), change, outcome, found, Text.of("moment.still-before", found));
		return new Progress.Stop(missing ? RunState.NOT_DONE : RunState.CONFLICT, change);
	}

	/**
	 * From when on "the former value is there" counts as proof: the remote command can no
	 * longer be under way, and what it wrote would have become visible.
	 */
	private Instant settledAt(StepChange row, Change change) {
		if (change.inTenant()) {
			return row.intentAt().plus(this.settings.tenantSettle());
		}
		return row.answerMissing() ? row.deadlineAt() : row.intentAt().plus(this.settings.exchangeSettle());
	}

	private void finish(Held held, Plan plan) {
		StepRun run = held.run();
		this.journal.markUndone(held, plan.content().undoes());
		World world = this.worlds.lookFor(run.organization(), Step.of(run.step()));
		Planned after = this.planner.plan(run.organization(), run.step(), Purpose.APPLY, world,
				this.goals.of(run.organization(), run.choice()));
		this.ends.done(held, world, after, plan.purpose());
	}

	private StepChange reread(Held held, StepChange row) {
		return this.changes.findById(row.id()).orElseThrow();
	}

	/** How a run goes on after one change. */
	private sealed interface Progress {

		record Next() implements Progress {
		}

		record Pause(RunState state, Instant until) implements Progress {
		}

		record Stop(RunState state, Change change) implements Progress {
		}

	}

}
