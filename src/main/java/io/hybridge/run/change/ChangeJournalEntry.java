package io.hybridge.run.change;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.hybridge.microsoft365.TenantIdentity;

/**
 * The journal's row of one change: written before the remote side is called, and again
 * after the read-back.
 */
@Entity
@Table(name = "step_change")
class ChangeJournalEntry {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private long version;

	@Column(name = "run_id")
	private long runId;

	private int ordinal;

	private String content;

	@Enumerated(EnumType.STRING)
	private ChangeState state = ChangeState.WAITING;

	private int attempts;

	@Column(name = "intent_at")
	private Instant intentAt;

	@Column(name = "deadline_at")
	private Instant deadlineAt;

	@Column(name = "next_at")
	private Instant nextAt;

	@Column(name = "ended_at")
	private Instant endedAt;

	private int looks;

	private String found;

	private String fields;

	private String evidence;

	private boolean undone;

	@Column(name = "made_as")
	private String madeAs;

	protected ChangeJournalEntry() {
	}

	ChangeJournalEntry(long runId, int ordinal, String content) {
		this.runId = runId;
		this.ordinal = ordinal;
		this.content = content;
	}

	/**
	 * Records the intent, before anything is sent.
	 * @param deadline until when the remote side may still be at it, or null where nobody
	 * knows
	 * @param identity as whom it is made in Microsoft 365
	 */
	void intend(Instant now, Instant deadline, Optional<TenantIdentity> identity) {
		if (!this.state.open()) {
			throw new IllegalStateException("Change " + this.id + " is decided");
		}
		this.state = ChangeState.SENT;
		this.attempts++;
		this.intentAt = now;
		this.deadlineAt = deadline;
		this.nextAt = null;
		this.looks = 0;
		this.fields = null;
		this.madeAs = MadeAs.of(identity);
	}

	void handOut(Instant deadline) {
		this.deadlineAt = deadline;
	}

	/**
	 * A person brings an answer: the change ran at some moment before, and not after.
	 * @param deadline until when what was brought may be older than what is there
	 */
	void brought(Instant now, Instant deadline) {
		this.intentAt = now;
		this.deadlineAt = deadline;
	}

	void answered(String fields, String requestId, String evidence) {
		this.madeAs = MadeAs.answered(this.madeAs, requestId);
		this.fields = fields;
		this.evidence = evidence;
	}

	/** Proved: the remote side is not at it any more. */
	void over(Instant now) {
		this.deadlineAt = now;
	}

	void unknownUntil(Instant nextLook, String evidence) {
		this.state = ChangeState.UNKNOWN;
		this.nextAt = nextLook;
		this.looks++;
		this.evidence = (evidence != null && !evidence.isEmpty()) ? evidence : this.evidence;
	}

	/**
	 * Proved that nothing was changed, and it may be tried again at a later moment.
	 * @param nextTry when
	 * @param evidence why not now
	 */
	void waitUntil(Instant nextTry, String evidence) {
		this.state = ChangeState.WAITING;
		this.nextAt = nextTry;
		this.evidence = evidence;
	}

	/** Proved that nothing was changed, and it may be tried again at once. */
	void putBack(String found) {
		this.state = ChangeState.WAITING;
		this.found = found;
		this.nextAt = null;
	}

	void decide(ChangeState outcome, String found, Instant now) {
		this.state = outcome;
		this.found = found;
		this.endedAt = now;
		this.nextAt = null;
	}

	void refuse(String evidence, Instant now) {
		decide(ChangeState.NOT_DONE, this.found, now);
		this.evidence = evidence;
	}

	void markUndone() {
		this.undone = true;
	}

	JournaledChange journaled() {
		return new JournaledChange(this.id, ChangeJson.read(this.content), this.state,
				new JournaledChange.Attempts(this.attempts, this.looks, this.intentAt, this.deadlineAt), this.nextAt,
				new JournaledChange.Evidence(this.found, this.fields, this.evidence, this.madeAs));
	}

	ChangeState state() {
		return this.state;
	}

}
