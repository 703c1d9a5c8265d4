package io.hybridge.run.execution;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.change.ChangeJournalEntries;
import io.hybridge.run.change.ChangeJournalEntry;
import io.hybridge.run.change.ChangeSender;
import io.hybridge.run.change.ChangeSender.Answer;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.Journal;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Planner;
import io.hybridge.run.plan.Planner.Planned;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.plan.RemoteReader;
import io.hybridge.run.plan.TargetStates;
import io.hybridge.step.Step;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.ReadBackResult;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.text.StoredMessage;

/**
 * Carries a plan out, change after change: intent, call, read-back, outcome. Whatever
 * interrupts it, it goes on by looking and never by guessing.
 */
@Component
class ApplyExecutor {

	private final ChangeJournalEntries changes;

	private final Plans plans;

	private final RemoteReader reader;

	private final TargetStates targetStates;

	private final Planner planner;

	private final ChangeSender changeSender;

	private final Journal journal;

	private final RunCompletion ends;

	private final EnablementSettings settings;

	private final Clock clock;

	ApplyExecutor(ChangeJournalEntries changes, Plans plans, RemoteReader reader, TargetStates targetStates,
			Planner planner, ChangeSender changeSender, Journal journal, RunCompletion ends,
			EnablementSettings settings, Clock clock) {
		this.changes = changes;
		this.plans = plans;
		this.reader = reader;
		this.targetStates = targetStates;
		this.planner = planner;
		this.changeSender = changeSender;
		this.journal = journal;
		this.ends = ends;
		this.settings = settings;
		this.clock = clock;
	}

	NextWake work(LeasedRun leased) {
		StepRun run = leased.run();
		Plan plan = this.plans.find(run.planId()).orElseThrow();
		List<ChangeJournalEntry> rows = this.changes.findByRunIdOrderByOrdinal(run.id());
		boolean justLooked = untouched(rows);
		if (justLooked) {
			Observation world = this.reader.lookFor(run.organization(), Step.of(run.step()));
			Planned now = this.planner.plan(run.organization(), run.step(), plan.purpose(), world,
					this.targetStates.of(plan));
			if (!fits(plan, now)) {
				this.ends.stale(leased, world, plan, now);
				return new NextWake.Ended();
			}
		}
		for (ChangeJournalEntry row : rows) {
			switch (advance(leased, row, justLooked)) {
				case Progress.Next() -> justLooked = justLooked || row.state() != ChangeState.DONE;
				case Progress.Pause(RunState state, Instant until) -> {
					this.ends.pause(leased, state, until);
					return new NextWake.At(until);
				}
				case Progress.Stop(RunState state, Change change) -> {
					this.ends.stopped(leased, state, change);
					return new NextWake.Ended();
				}
			}
		}
		finish(leased, plan);
		return new NextWake.Ended();
	}

	private static boolean untouched(List<ChangeJournalEntry> rows) {
		return rows.stream().allMatch((row) -> row.attempts() == 0);
	}

	private boolean fits(Plan plan, Planned now) {
		return now.content()
			.map((content) -> this.plans.fingerprint(content.changes()).equals(plan.fingerprint()))
			.orElse(false);
	}

	private Progress advance(LeasedRun leased, ChangeJournalEntry row, boolean justLooked) {
		Change change = this.plans.read(row.content());
		return switch (row.state()) {
			case DONE -> new Progress.Next();
			case NOT_DONE -> new Progress.Stop(RunState.NOT_DONE, change);
			case CONFLICT -> new Progress.Stop(RunState.CONFLICT, change);
			case WAITING -> begin(leased, row, change, justLooked);
			case SENT, UNKNOWN -> lookBack(leased, row, change);
		};
	}

	/**
	 * After a pause the world may be another, so it is looked at before anything is sent.
	 */
	private Progress begin(LeasedRun leased, ChangeJournalEntry row, Change change, boolean justLooked) {
		if (row.nextAt() != null && row.nextAt().isAfter(this.clock.instant())) {
			return new Progress.Pause(RunState.RUNNING, row.nextAt());
		}
		if (justLooked) {
			return attempt(leased, row, change);
		}
		return switch (change.judge(this.reader.lookBack(leased.run().organization(), change))) {
			case ReadBackResult.Desired(String found) -> {
				this.journal.found(leased, row.id(), change, found);
				yield new Progress.Next();
			}
			case ReadBackResult.Other(String found) -> conflict(leased, row, change, found);
			// What cannot be seen, the call itself will tell.
			case ReadBackResult.Before before -> attempt(leased, row, change);
			case ReadBackResult.Unseen unseen -> attempt(leased, row, change);
		};
	}

	private Progress attempt(LeasedRun leased, ChangeJournalEntry row, Change change) {
		this.journal.intend(leased, row.id(), change);
		try {
			Answer answer = this.changeSender.send(leased.run().organization(), change);
			this.journal.answered(leased, row.id(), answer);
		}
		catch (RemoteFailure failure) {
			return failed(leased, row, change, failure);
		}
		return lookBack(leased, reread(leased, row), change);
	}

	private Progress failed(LeasedRun leased, ChangeJournalEntry row, Change change, RemoteFailure failure) {
		if (failure.effect() == Effect.POSSIBLE) {
			Instant next = this.journal.unknown(leased, row.id(), change,
					StoredMessage.of("timeline.no-answer", failure.subject()), failure.evidence());
			return new Progress.Pause(RunState.UNKNOWN, next);
		}
		int attempts = reread(leased, row).attempts();
		if (failure.retryable() && attempts < this.settings.attempts()) {
			Instant until = this.clock.instant().plus(failure.pause().orElse(this.settings.pause(attempts)));
			this.journal.postpone(leased, row.id(), change, until, failure.evidence());
			return new Progress.Pause(RunState.RUNNING, until);
		}
		this.journal.refuse(leased, row.id(), change, StoredMessage.of("failure." + failure.code(), failure.subject()),
				failure.evidence());
		return new Progress.Stop(RunState.NOT_DONE, change);
	}

	/** Reads a change back and decides what is decided. */
	private Progress lookBack(LeasedRun leased, ChangeJournalEntry row, Change change) {
		Observation world = this.reader.lookBack(leased.run().organization(), change);
		return switch (change.judge(world)) {
			case ReadBackResult.Desired(String found) -> {
				this.journal.decide(leased, row.id(), change, ChangeState.DONE, found,
						StoredMessage.of(proof(row), found));
				yield new Progress.Next();
			}
			case ReadBackResult.Other(String found) -> conflict(leased, row, change, found);
			case ReadBackResult.Unseen(String why) -> {
				Instant next = this.journal.unknown(leased, row.id(), change, StoredMessage.of("timeline.look-failed"),
						why);
				yield new Progress.Pause(RunState.UNKNOWN, next);
			}
			case ReadBackResult.Before(String found) -> stillBefore(leased, row, change, found);
		};
	}

	private static String proof(ChangeJournalEntry row) {
		return row.answerMissing() ? "timeline.confirmed" : "timeline.read-back";
	}

	private Progress conflict(LeasedRun leased, ChangeJournalEntry row, Change change, String found) {
		this.journal.decide(leased, row.id(), change, ChangeState.CONFLICT, found,
				StoredMessage.of("timeline.conflict", found));
		return new Progress.Stop(RunState.CONFLICT, change);
	}

	private Progress stillBefore(LeasedRun leased, ChangeJournalEntry row, Change change, String found) {
		boolean missing = row.answerMissing();
		if (this.clock.instant().isBefore(settledAt(row, change))) {
			Instant next = this.journal.unknown(leased, row.id(), change,
					StoredMessage.of(missing ? "timeline.not-there-yet" : "timeline.waiting-to-show"), "");
			return new Progress.Pause(RunState.UNKNOWN, next);
		}
		if (missing && row.attempts() < this.settings.attempts()) {
			return attempt(leased, row, change);
		}
		// An answer said it was made and it never showed: that needs a person.
		ChangeState outcome = missing ? ChangeState.NOT_DONE : ChangeState.CONFLICT;
		this.journal.decide(leased, row.id(), change, outcome, found, StoredMessage.of("timeline.still-before", found));
		return new Progress.Stop(missing ? RunState.NOT_DONE : RunState.CONFLICT, change);
	}

	/**
	 * From when on "the former value is there" counts as proof: the remote command can no
	 * longer be under way, and what it wrote would have become visible.
	 */
	private Instant settledAt(ChangeJournalEntry row, Change change) {
		if (change.inTenant()) {
			return row.intentAt().plus(this.settings.tenantSettle());
		}
		return row.answerMissing() ? row.deadlineAt() : row.intentAt().plus(this.settings.exchangeSettle());
	}

	private void finish(LeasedRun leased, Plan plan) {
		StepRun run = leased.run();
		this.journal.markUndone(leased, plan.content().undoes());
		Observation world = this.reader.lookFor(run.organization(), Step.of(run.step()));
		Planned after = this.planner.plan(run.organization(), run.step(), PlanKind.APPLY, world,
				this.targetStates.of(run.organization(), run.choice()));
		this.ends.done(leased, world, after, plan.purpose());
	}

	private ChangeJournalEntry reread(LeasedRun leased, ChangeJournalEntry row) {
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
