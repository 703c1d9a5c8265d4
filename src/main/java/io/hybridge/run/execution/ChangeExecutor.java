package io.hybridge.run.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.AnswerAwaited;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.bundle.Bundle;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunState;
import io.hybridge.run.change.ChangeSender;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.Journal;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.plan.RemoteReader;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.step.readback.Place;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.web.text.StoredMessage;

/**
 * Carries one change out: intent, call, read-back, outcome. Each state of the change has
 * one next act, which is journaled, so a run that was interrupted goes on by the same way
 * as one that was not.
 */
@Component
class ChangeExecutor {

	private final RemoteReader reader;

	private final ChangeSender sender;

	private final Journal journal;

	private final EnablementSettings settings;

	private final Clock clock;

	ChangeExecutor(RemoteReader reader, ChangeSender sender, Journal journal, EnablementSettings settings,
			Clock clock) {
		this.reader = reader;
		this.sender = sender;
		this.journal = journal;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Works on a change until it is decided or has to wait.
	 * @param planned the change as the journal knows it
	 * @param justLooked whether the run has looked since it began or went on; after a
	 * pause the organization may have changed
	 * @return how the run goes on
	 */
	Progress carryOut(LeasedRun leased, JournaledChange planned, boolean justLooked) {
		JournaledChange change = planned;
		while (change.state().open()) {
			if (change.state() == ChangeState.WAITING && this.journal.stopAsked(leased)) {
				return new Progress.Stop(RunState.STOPPED, change.change());
			}
			if (change.restsAt(this.clock.instant())) {
				return new Progress.Pause(change.unanswered() ? RunState.UNKNOWN : RunState.RUNNING, change.nextAt());
			}
			change = switch (change.state()) {
				case WAITING -> justLooked ? send(leased, change) : lookAndSend(leased, change);
				case SENT, UNKNOWN -> afterSending(leased, change);
				case DONE, ALREADY_SO, NOT_DONE, CONFLICT -> change;
			};
		}
		return switch (change.state()) {
			case DONE, ALREADY_SO -> new Progress.Next();
			case CONFLICT -> new Progress.Stop(RunState.CONFLICT, change.change());
			default -> new Progress.Stop(RunState.NOT_DONE, change.change());
		};
	}

	private JournaledChange lookAndSend(LeasedRun leased, JournaledChange change) {
		Observation seen = look(leased, change);
		return switch (change.change().judge(seen)) {
			case ReadBackResult.Desired(String found) -> this.journal.found(leased, change, found);
			case ReadBackResult.AlreadyThere(String found) -> this.journal.found(leased, change, found);
			case ReadBackResult.Unexplained(String found) -> conflict(leased, change, found, seen);
			case ReadBackResult.Other(String found) -> showsOtherBefore(leased, change, found, seen);
			// What cannot be seen, the call itself will tell.
			case ReadBackResult.Before before -> send(leased, change);
			case ReadBackResult.Untold untold -> send(leased, change);
			case ReadBackResult.Unseen unseen -> send(leased, change);
		};
	}

	/** It may be older than what an earlier change of this run wrote. */
	private JournaledChange showsOtherBefore(LeasedRun leased, JournaledChange change, String found, Observation seen) {
		return this.journal.newestIntentBefore(leased, change)
			.map((intent) -> visible(intent, change))
			.filter(this.clock.instant()::isBefore)
			.map((visible) -> this.journal.rest(leased, change, visible, other(found)))
			.orElseGet(() -> conflict(leased, change, found, seen));
	}

	private JournaledChange send(LeasedRun leased, JournaledChange change) {
		JournaledChange intended = this.journal.intend(leased, change, longest(leased, change),
				isInTenant(change) ? this.sender.identity(leased) : Optional.empty());
		try {
			return call(leased, intended);
		}
		catch (AnswerAwaited ex) {
			this.journal.handOut(leased, intended, ex.validity().plus(this.settings.callDeadline()));
			throw ex;
		}
	}

	private JournaledChange call(LeasedRun leased, JournaledChange intended) {
		try {
			return this.journal.answered(leased, intended, this.sender.send(leased, remoteCall(leased, intended)));
		}
		catch (RemoteFailure failure) {
			return unanswered(leased, intended, failure);
		}
	}

	/** What a person carries was answered, or not, before anything is looked for. */
	private JournaledChange afterSending(LeasedRun leased, JournaledChange change) {
		Optional<Bundle> carried = this.sender.carried(leased.run().id());
		if (carried.filter(Bundle::discarded).isPresent()) {
			return this.journal.decide(leased, change, ChangeState.CONFLICT, "",
					StoredMessage.of("timeline.bundle-discarded"));
		}
		return carried
			.filter((bundle) -> bundle.changes() && bundle.whole() && change.state() == ChangeState.SENT
					&& change.answerMissing())
			.map((bundle) -> brought(leased, change, bundle))
			.orElseGet(() -> readBack(leased, change));
	}

	private JournaledChange brought(LeasedRun leased, JournaledChange change, Bundle bundle) {
		Bundle.Brought last = bundle.brought().getLast();
		return call(leased, this.journal.brought(leased, change, last.by(), bundle.servers().getFirst(),
				this.settings.callDeadline()));
	}

	/** How long the other side may be at it, even if the console falls silent. */
	private Duration longest(LeasedRun leased, JournaledChange change) {
		Duration deadline = this.settings.callDeadline();
		return isInTenant(change) ? deadline
				: this.sender.endsAbandoned(leased.run().organization()).map(deadline::plus).orElse(null);
	}

	/** What an earlier change of the plan made is looked for only where it is needed. */
	private RemoteCall remoteCall(LeasedRun leased, JournaledChange change) {
		return change.change()
			.call(Observation.none(this.clock.instant()))
			.orElseGet(() -> callAfterLook(change.change(), look(leased, change)));
	}

	private static RemoteCall callAfterLook(Change change, Observation seen) {
		if (seen.exchange() instanceof Reading.NotSeen<ExchangeState>(RemoteFailure failure)) {
			throw failure;
		}
		return change.call(seen)
			.orElseThrow(() -> RemoteFailure.withoutEffect("Exchange", "exchange.certificate-not-found", change.after())
				.worthRetrying());
	}

	private JournaledChange unanswered(LeasedRun leased, JournaledChange change, RemoteFailure failure) {
		if (failure.effect() == Effect.POSSIBLE) {
			JournaledChange lost = this.journal.lost(leased, change, this.settings.pause(change.attempts().looks()),
					failure);
			return failure.isRefusal() ? refused(leased, lost, failure) : lost;
		}
		if (failure.retryable() && mayTryAgain(change)) {
			Duration pause = failure.pause().orElse(this.settings.pause(change.attempts().sent()));
			return this.journal.postpone(leased, change, this.clock.instant().plus(pause), failure.evidence());
		}
		if (mayHaveBeenMadeBefore(leased, change)) {
			return this.journal.decide(leased, change, ChangeState.CONFLICT, "",
					StoredMessage.of("timeline.never-answered"));
		}
		return this.journal.refuse(leased, change, StoredMessage.of("failure." + failure.code(), failure.subject()),
				failure.evidence());
	}

	/** That it is refused now tells nothing of a sending that only an answer tells of. */
	private boolean mayHaveBeenMadeBefore(LeasedRun leased, JournaledChange change) {
		return change.attempts().sent() > 1
				&& change.change().judge(look(leased, change)) instanceof ReadBackResult.Untold;
	}

	/**
	 * An error of the cmdlet itself is the answer where the server that gave it shows
	 * what was there before. Anything else is looked for like an answer that was lost.
	 */
	private JournaledChange refused(LeasedRun leased, JournaledChange change, RemoteFailure failure) {
		Observation seen = look(leased, change);
		boolean byTheSame = seen.exchange()
			.seen()
			.filter((exchange) -> exchange.answeredBy().equalsIgnoreCase(failure.subject()))
			.isPresent();
		return (byTheSame && change.change().judge(seen) instanceof ReadBackResult.Before(String found))
				? this.journal.decide(leased, change, ChangeState.NOT_DONE, found,
						StoredMessage.of("timeline.refused", failure.subject()))
				: change;
	}

	/** Reads a change back and decides what is decided. */
	private JournaledChange readBack(LeasedRun leased, JournaledChange change) {
		Observation seen = look(leased, change);
		return switch (change.change().judge(seen)) {
			case ReadBackResult.Desired(String found) -> this.journal.decide(leased, change, ChangeState.DONE, found,
					StoredMessage.of(change.answerMissing() ? "timeline.confirmed" : "timeline.read-back", found));
			case ReadBackResult.AlreadyThere(String found) -> changedNothing(leased, change, found);
			case ReadBackResult.Unexplained(String found) -> conflict(leased, change, found, seen);
			case ReadBackResult.Other(String found) -> showsOther(leased, change, found, seen);
			case ReadBackResult.Untold(String found) -> untold(leased, change, found);
			case ReadBackResult.Unseen(String why) ->
				unknown(leased, change, StoredMessage.of("timeline.look-failed"), why);
			case ReadBackResult.Before(String found) -> stillBefore(leased, change, found);
		};
	}

	private JournaledChange stillBefore(LeasedRun leased, JournaledChange change, String found) {
		boolean missing = change.answerMissing();
		if (this.clock.instant().isBefore(settledAt(change))) {
			return unknown(leased, change,
					StoredMessage.of(missing ? "timeline.not-there-yet" : "timeline.waiting-to-show"), "");
		}
		if (mayStillRun(change)) {
			return leftToAPerson(leased, change, found);
		}
		if (missing && this.journal.stopAsked(leased)) {
			return this.journal.putBack(leased, change, found);
		}
		if (missing && mayTryAgain(change)) {
			return send(leased, this.journal.putBack(leased, change, found));
		}
		return this.journal.decide(leased, change, ChangeState.NOT_DONE, found,
				StoredMessage.of(missing ? "timeline.still-before" : "timeline.never-showed", found));
	}

	/** It may be older than what was written, and no deed of somebody else. */
	private JournaledChange showsOther(LeasedRun leased, JournaledChange change, String found, Observation seen) {
		return this.clock.instant().isBefore(settledAt(change)) ? unknown(leased, change, other(found), "")
				: conflict(leased, change, found, seen);
	}

	/** Where an earlier sending had lost its answer, it was that one which made it. */
	private JournaledChange changedNothing(LeasedRun leased, JournaledChange change, String found) {
		return (change.attempts().sent() > 1)
				? this.journal.decide(leased, change, ChangeState.DONE, found,
						StoredMessage.of("timeline.sent-again-changed-nothing", found))
				: this.journal.unmoved(leased, change, found);
	}

	/**
	 * Nothing but an answer can tell. Once the lost sending can no longer be under way,
	 * sending again is the look, also for who was asked to stop: it writes nothing that
	 * is there already.
	 */
	private JournaledChange untold(LeasedRun leased, JournaledChange change, String found) {
		if (!change.answerMissing()) {
			return this.journal.decide(leased, change, ChangeState.CONFLICT, found,
					StoredMessage.of("timeline.changed-since"));
		}
		if (mayStillRun(change)) {
			return leftToAPerson(leased, change, found);
		}
		if (this.clock.instant().isBefore(change.attempts().deadlineAt())) {
			return unknown(leased, change, StoredMessage.of("timeline.only-the-answer-tells"), "");
		}
		return mayTryAgain(change) ? send(leased, change) : this.journal.decide(leased, change, ChangeState.CONFLICT,
				found, StoredMessage.of("timeline.never-answered"));
	}

	/** Whether nobody ends what was sent, and nobody saw its end. */
	private static boolean mayStillRun(JournaledChange change) {
		return change.answerMissing() && change.attempts().deadlineAt() == null;
	}

	private JournaledChange leftToAPerson(LeasedRun leased, JournaledChange change, String found) {
		return this.journal.decide(leased, change, ChangeState.CONFLICT, found,
				StoredMessage.of("timeline.may-still-run"));
	}

	/**
	 * From when on a look that does not find the wanted value counts as proof: the remote
	 * command can no longer be under way, and what it wrote would have become visible.
	 * Until then another domain controller may still show what was there earlier.
	 */
	private Instant settledAt(JournaledChange change) {
		Instant visible = visible(change.attempts().intentAt(), change);
		Instant deadline = change.attempts().deadlineAt();
		if (!change.answerMissing() || deadline == null) {
			return visible;
		}
		// A tenant refuses nothing that comes late, as from a console that slept.
		return isInTenant(change) ? visible(deadline, change) : deadline.isAfter(visible) ? deadline : visible;
	}

	/** When whatever was written at the place of a change shows everywhere. */
	private Instant visible(Instant written, JournaledChange change) {
		return written.plus(isInTenant(change) ? this.settings.tenantSettle() : this.settings.exchangeSettle());
	}

	private static boolean isInTenant(JournaledChange change) {
		return change.change().place() == Place.MICROSOFT_365;
	}

	private static StoredMessage other(String found) {
		return found.isEmpty() ? StoredMessage.of("timeline.shows-nothing-yet")
				: StoredMessage.of("timeline.shows-other-yet", found);
	}

	/** Who showed the value is kept with it: a person asks there first. */
	private JournaledChange conflict(LeasedRun leased, JournaledChange change, String found, Observation seen) {
		String where = isInTenant(change) ? Place.MICROSOFT_365.label()
				: seen.exchange().seen().map(ExchangeState::answeredBy).orElse("");
		return this.journal.decide(leased, change, ChangeState.CONFLICT, found,
				StoredMessage.of("timeline.conflict", found, where));
	}

	private JournaledChange unknown(LeasedRun leased, JournaledChange change, StoredMessage why, String evidence) {
		return this.journal.unknown(leased, change, this.settings.pause(change.attempts().looks()), why, evidence);
	}

	private boolean mayTryAgain(JournaledChange change) {
		return change.attempts().sent() < this.settings.attempts();
	}

	private Observation look(LeasedRun leased, JournaledChange change) {
		return this.reader.lookBack(leased.run().organization(), leased.run().actor(), change.change());
	}

}
