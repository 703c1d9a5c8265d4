package io.hybridge.run.change;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditOutcome;
import io.hybridge.microsoft365.TenantIdentity;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.BuiltStates;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.StepRun;
import io.hybridge.run.WritableRuns;
import io.hybridge.step.change.Change;
import io.hybridge.web.text.StoredMessage;

/**
 * Writes before every remote effect what is intended, and after the read-back how it
 * ended. Each method that writes is one transaction that first proves the lease, and
 * writes the audit entry together with the row: if the record cannot be written, the
 * change is not made.
 */
@Component
public class Journal {

	private final ChangeJournalEntries entries;

	private final WritableRuns runs;

	private final ChangeRecorder trail;

	private final BuiltStates built;

	private final Clock clock;

	Journal(ChangeJournalEntries entries, WritableRuns runs, ChangeRecorder trail, BuiltStates built, Clock clock) {
		this.entries = entries;
		this.runs = runs;
		this.trail = trail;
		this.built = built;
		this.clock = clock;
	}

	/**
	 * Opens the journal of a run, in the caller's transaction.
	 * @param run that will carry the changes out
	 * @param planned what, in order
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void open(StepRun run, List<Change> planned) {
		for (int ordinal = 0; ordinal < planned.size(); ordinal++) {
			this.entries.save(new ChangeJournalEntry(run.id(), ordinal, ChangeJson.write(planned.get(ordinal))));
		}
	}

	/**
	 * Records that a change is about to be sent.
	 * @param change to be sent
	 * @param deadline how long the remote side may be at it, or null where nobody knows
	 * @param identity as whom it is made in Microsoft 365; empty for a change elsewhere
	 */
	@Transactional
	public JournaledChange intend(LeasedRun leased, JournaledChange change, Duration deadline,
			Optional<TenantIdentity> identity) {
		this.runs.of(leased).goOn();
		this.built.changed(leased.run().organization());
		Instant now = this.clock.instant();
		ChangeJournalEntry entry = entry(change);
		entry.intend(now, (deadline != null) ? now.plus(deadline) : null, identity);
		JournaledChange intended = entry.journaled();
		this.trail.tell(intended, now, StoredMessage.of("timeline.sent", change.change().place().label()));
		this.trail.record(leased.run(), intended, AuditOutcome.ATTEMPTED, null);
		return intended;
	}

	/**
	 * Records that a change is not sent, but put into what a person carries.
	 * @param change that was about to be sent
	 * @param deadline how long the remote side may be at it from now on
	 */
	@Transactional
	public void handOut(LeasedRun leased, JournaledChange change, Duration deadline) {
		this.runs.of(leased);
		Instant now = this.clock.instant();
		entry(change).handOut(now.plus(deadline));
		this.trail.tellInstead(change, now, StoredMessage.of("timeline.handed-out"));
	}

	/**
	 * Records that a person brings what a change was answered with, whom nobody watched.
	 * @param change that was handed out
	 * @param person who brings it
	 * @param server where it was to run
	 * @param deadline how long what is seen may be older than what was made
	 */
	@Transactional
	public JournaledChange brought(LeasedRun leased, JournaledChange change, String person, String server,
			Duration deadline) {
		this.runs.of(leased);
		Instant now = this.clock.instant();
		ChangeJournalEntry entry = entry(change);
		entry.brought(now, now.plus(deadline));
		this.trail.tell(change, now, StoredMessage.of("timeline.brought", person, server));
		return entry.journaled();
	}

	/**
	 * Records the answer. It is evidence; whether the change is there, the read-back
	 * tells.
	 * @param change that was sent
	 * @param answer what came
	 */
	@Transactional
	public JournaledChange answered(LeasedRun leased, JournaledChange change, ChangeAnswer answer) {
		this.runs.of(leased);
		ChangeJournalEntry entry = entry(change);
		entry.answered(ChangeJson.write(answer.fields()), answer.requestId(), answer.evidence());
		this.trail.tell(change, this.clock.instant(), StoredMessage.of("timeline.answered", answer.by()));
		return entry.journaled();
	}

	/**
	 * Records that no answer came, or an error that does not tell, and whether it is
	 * proved that the remote side is not at it any more.
	 * @param change that was sent
	 * @param pause until the first look
	 * @param failure what came instead
	 */
	@Transactional
	public JournaledChange lost(LeasedRun leased, JournaledChange change, Duration pause, RemoteFailure failure) {
		if (failure.over()) {
			entry(change).over(this.clock.instant());
		}
		return unknown(leased, change, pause,
				failure.isRefusal() ? failed(failure) : StoredMessage.of("timeline.no-answer", failure.subject()),
				failure.evidence());
	}

	/**
	 * Records that it is not known whether the change is there.
	 * @param change that was sent
	 * @param pause until the next look
	 * @param why what was noticed
	 * @param evidence word for word, may be empty
	 */
	@Transactional
	public JournaledChange unknown(LeasedRun leased, JournaledChange change, Duration pause, StoredMessage why,
			String evidence) {
		this.runs.of(leased);
		Instant now = this.clock.instant();
		ChangeJournalEntry entry = entry(change);
		boolean first = entry.state() != ChangeState.UNKNOWN;
		entry.unknownUntil(now.plus(pause), evidence);
		this.trail.tell(change, now, why);
		if (first) {
			this.trail.record(leased.run(), change, AuditOutcome.UNKNOWN, evidence);
		}
		return entry.journaled();
	}

	/**
	 * Records that the remote side asked to wait; it is proved that nothing was changed.
	 * @param change that was refused for now
	 * @param until when to try again
	 * @param evidence word for word
	 */
	@Transactional
	public JournaledChange postpone(LeasedRun leased, JournaledChange change, Instant until, String evidence) {
		this.runs.of(leased);
		this.trail.record(leased.run(), change, AuditOutcome.NOT_DONE, evidence);
		ChangeJournalEntry entry = entry(change);
		entry.waitUntil(until, evidence);
		this.trail.tell(change, this.clock.instant(),
				StoredMessage.of("timeline.asked-to-wait", change.change().place().label(), until));
		return entry.journaled();
	}

	/**
	 * When an earlier change of this run was sent last to the place of a change. One that
	 * waits has written nothing itself.
	 * @return the intent, or empty where none was
	 */
	public Optional<Instant> newestIntentBefore(LeasedRun leased, JournaledChange waiting) {
		return this.entries.findByRunIdOrderByOrdinal(leased.run().id())
			.stream()
			.map(ChangeJournalEntry::journaled)
			.takeWhile((change) -> change.id() != waiting.id())
			.filter((change) -> change.touched() && change.change().place() == waiting.change().place())
			.map((change) -> change.attempts().intentAt())
			.max(Comparator.naturalOrder());
	}

	/**
	 * Leaves a change that waits alone for a while, without having sent anything.
	 * @param until the next moment
	 * @param why the sentence of the change's time line
	 */
	@Transactional
	public JournaledChange rest(LeasedRun leased, JournaledChange change, Instant until, StoredMessage why) {
		this.runs.of(leased);
		ChangeJournalEntry entry = entry(change);
		entry.waitUntil(until, change.evidence().text());
		this.trail.tell(change, this.clock.instant(), why);
		return entry.journaled();
	}

	/**
	 * Records how a change ended.
	 * @param change that is decided
	 * @param outcome done, already so, not done, or conflict
	 * @param found what the read-back found
	 * @param how the sentence of the change's time line
	 */
	@Transactional
	public JournaledChange decide(LeasedRun leased, JournaledChange change, ChangeState outcome, String found,
			StoredMessage how) {
		this.runs.of(leased);
		Instant now = this.clock.instant();
		ChangeJournalEntry entry = entry(change);
		entry.decide(outcome, found, now);
		JournaledChange decided = entry.journaled();
		this.trail.tell(decided, now, how);
		this.trail.closeFormer(leased.run(), decided, audited(outcome));
		this.trail.recordFound(leased.run(), decided, audited(outcome));
		return decided;
	}

	/**
	 * Records that a change was refused before it had any effect.
	 * @param change that was refused
	 * @param why in the reader's words
	 * @param evidence in the remote side's words
	 */
	@Transactional
	public JournaledChange refuse(LeasedRun leased, JournaledChange change, StoredMessage why, String evidence) {
		this.runs.of(leased);
		Instant now = this.clock.instant();
		ChangeJournalEntry entry = entry(change);
		entry.refuse(evidence, now);
		this.trail.tell(change, now, why);
		this.trail.record(leased.run(), change, AuditOutcome.NOT_DONE, evidence);
		return entry.journaled();
	}

	/**
	 * Records that a change whose answer was lost was not made, and may be sent again.
	 * @param change that was sent
	 * @param found what the read-back found
	 */
	@Transactional
	public JournaledChange putBack(LeasedRun leased, JournaledChange change, String found) {
		this.runs.of(leased);
		Instant now = this.clock.instant();
		ChangeJournalEntry entry = entry(change);
		entry.putBack(found);
		this.trail.tell(change, now, StoredMessage.of("timeline.still-before", found));
		this.trail.recordFound(leased.run(), entry.journaled(), AuditOutcome.NOT_DONE);
		return entry.journaled();
	}

	/**
	 * Records that a postponed change is not sent again, because its run was asked to
	 * stop. That it was not made was recorded when it was postponed.
	 * @param change that was to be tried again
	 */
	@Transactional
	public void leave(LeasedRun leased, JournaledChange change) {
		this.runs.of(leased);
		Instant now = this.clock.instant();
		entry(change).refuse(change.evidence().text(), now);
		this.trail.tell(change, now, StoredMessage.of("timeline.not-sent-again"));
	}

	/** Whether somebody has asked a run to send no further changes. */
	public boolean stopAsked(LeasedRun leased) {
		return this.runs.stopAsked(leased.run());
	}

	/**
	 * Records that somebody else made the change before it was sent.
	 * @param change that is there already
	 * @param found what the look found
	 */
	@Transactional
	public JournaledChange found(LeasedRun leased, JournaledChange change, String found) {
		return decide(leased, change, ChangeState.ALREADY_SO, found, StoredMessage.of("timeline.already-there"));
	}

	/**
	 * Records that a change was sent where it was there already: its answer says that
	 * nothing was changed.
	 * @param change that changed nothing
	 * @param found what is there
	 */
	@Transactional
	public JournaledChange unmoved(LeasedRun leased, JournaledChange change, String found) {
		return decide(leased, change, ChangeState.ALREADY_SO, found,
				StoredMessage.of("timeline.changed-nothing", found));
	}

	/**
	 * Records that changes of ours were taken back.
	 * @param leased the run that took them back, with its lease
	 * @param undone ids of the journal's rows
	 */
	@Transactional
	public void markUndone(LeasedRun leased, List<Long> undone) {
		this.runs.of(leased);
		undone.forEach((id) -> this.entries.findById(id).orElseThrow().markUndone());
	}

	private static StoredMessage failed(RemoteFailure failure) {
		return StoredMessage.of("failure." + failure.code(), failure.subject());
	}

	private ChangeJournalEntry entry(JournaledChange change) {
		return this.entries.findById(change.id()).orElseThrow();
	}

	private static AuditOutcome audited(ChangeState outcome) {
		return switch (outcome) {
			case DONE -> AuditOutcome.DONE;
			case ALREADY_SO -> AuditOutcome.ALREADY_SO;
			case NOT_DONE -> AuditOutcome.NOT_DONE;
			case CONFLICT -> AuditOutcome.CONFLICT;
			case WAITING, SENT, UNKNOWN -> throw new IllegalArgumentException(outcome + " decides nothing");
		};
	}

}
