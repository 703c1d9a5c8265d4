package io.hybridge.run.change;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.organization.Organization;
import io.hybridge.organization.Organizations;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.change.ChangeSender.Answer;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.RemoveTenantKey;
import io.hybridge.web.text.StoredMessage;

/**
 * Writes before every remote effect what is intended, and after the read-back how it
 * ended. Each method is one transaction that first proves the lease, and writes the audit
 * entry together with the row: if the record cannot be written, the change is not made.
 */
@Component
public class Journal {

	private final StepRuns runs;

	private final ChangeJournalEntries changes;

	private final ChangeTimeline timeline;

	private final Leases leases;

	private final Organizations organizations;

	private final AuditLog audit;

	private final EnablementSettings settings;

	private final JsonMapper json;

	private final Clock clock;

	Journal(StepRuns runs, ChangeJournalEntries changes, ChangeTimeline timeline, Leases leases,
			Organizations organizations, AuditLog audit, EnablementSettings settings, JsonMapper json, Clock clock) {
		this.runs = runs;
		this.changes = changes;
		this.timeline = timeline;
		this.leases = leases;
		this.organizations = organizations;
		this.audit = audit;
		this.settings = settings;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Records that a change is about to be sent.
	 * @param held the run with its lease
	 * @param id of the journal's row
	 * @param change what it says
	 */
	@Transactional
	public void intend(LeasedRun leased, long id, Change change) {
		this.leases.prove(leased.run().organization(), leased.token());
		ChangeJournalEntry row = this.changes.findById(id).orElseThrow();
		Instant now = this.clock.instant();
		row.intend(now, now.plus(this.settings.callDeadline()));
		this.runs.require(row.runId()).goOn();
		this.timeline.add(id, now, StoredMessage.of("timeline.sent", where(change)));
		this.audit.append(entry(leased.run(), row, change, AuditOutcome.ATTEMPTED));
	}

	/**
	 * Records the answer. It is evidence; whether the change is there, the read-back
	 * tells.
	 * @param held the run with its lease
	 * @param id of the journal's row
	 * @param answer what came
	 */
	@Transactional
	public void answered(LeasedRun leased, long id, Answer answer) {
		this.leases.prove(leased.run().organization(), leased.token());
		ChangeJournalEntry row = this.changes.findById(id).orElseThrow();
		row.answered(this.json.writeValueAsString(answer.fields()), answer.evidence());
		this.timeline.add(id, this.clock.instant(), StoredMessage.of("timeline.answered", answer.by()));
	}

	/**
	 * Records that it is not known whether the change is there, and when the next look
	 * is.
	 * @param held the run with its lease
	 * @param id of the journal's row
	 * @param change what it says
	 * @param why what was noticed
	 * @param evidence word for word, may be empty
	 * @return when the next look is
	 */
	@Transactional
	public Instant unknown(LeasedRun leased, long id, Change change, StoredMessage why, String evidence) {
		this.leases.prove(leased.run().organization(), leased.token());
		ChangeJournalEntry row = this.changes.findById(id).orElseThrow();
		Instant now = this.clock.instant();
		Instant next = now.plus(this.settings.pause(row.looks()));
		boolean first = row.state() != ChangeState.UNKNOWN;
		row.unknownUntil(next, evidence);
		this.timeline.add(id, now, why);
		if (first) {
			this.audit.append(entry(leased.run(), row, change, AuditOutcome.UNKNOWN).seen(evidence));
		}
		return next;
	}

	/**
	 * Records that the remote side asked to wait; it is proved that nothing was changed.
	 * @param held the run with its lease
	 * @param id of the journal's row
	 * @param change what it says
	 * @param until when to try again
	 * @param evidence word for word
	 */
	@Transactional
	public void postpone(LeasedRun leased, long id, Change change, Instant until, String evidence) {
		this.leases.prove(leased.run().organization(), leased.token());
		ChangeJournalEntry row = this.changes.findById(id).orElseThrow();
		this.audit.append(entry(leased.run(), row, change, AuditOutcome.NOT_DONE).seen(evidence));
		row.waitUntil(until, evidence);
		this.timeline.add(id, this.clock.instant(), StoredMessage.of("timeline.asked-to-wait", where(change), until));
	}

	/**
	 * Records how a change ended.
	 * @param held the run with its lease
	 * @param id of the journal's row
	 * @param change what it says
	 * @param outcome done, not done, or conflict
	 * @param found what the read-back found
	 * @param how the sentence of the row's time line
	 */
	@Transactional
	public void decide(LeasedRun leased, long id, Change change, ChangeState outcome, String found, StoredMessage how) {
		this.leases.prove(leased.run().organization(), leased.token());
		ChangeJournalEntry row = this.changes.findById(id).orElseThrow();
		Instant now = this.clock.instant();
		row.decide(outcome, found, now);
		this.timeline.add(id, now, how);
		this.audit.append(entry(leased.run(), row, change, audited(outcome)).with("found", found).seen(row.evidence()));
	}

	/**
	 * Records that a change was refused before it had any effect.
	 * @param held the run with its lease
	 * @param id of the journal's row
	 * @param change what it says
	 * @param why in the reader's words
	 * @param evidence in the remote side's words
	 */
	@Transactional
	public void refuse(LeasedRun leased, long id, Change change, StoredMessage why, String evidence) {
		this.leases.prove(leased.run().organization(), leased.token());
		ChangeJournalEntry row = this.changes.findById(id).orElseThrow();
		Instant now = this.clock.instant();
		row.refuse(evidence, now);
		this.timeline.add(id, now, why);
		this.audit.append(entry(leased.run(), row, change, AuditOutcome.NOT_DONE).seen(evidence));
	}

	/**
	 * Records that somebody else made the change before it was sent. It is done, and not
	 * ours to take back.
	 * @param held the run with its lease
	 * @param id of the journal's row
	 * @param change what it says
	 * @param found what the look found
	 */
	@Transactional
	public void found(LeasedRun leased, long id, Change change, String found) {
		decide(leased, id, change, ChangeState.DONE, found, StoredMessage.of("timeline.already-there"));
		this.changes.findById(id).orElseThrow().markUndone();
	}

	@Transactional
	public void markUndone(LeasedRun leased, List<Long> undone) {
		this.leases.prove(leased.run().organization(), leased.token());
		undone.forEach((id) -> this.changes.findById(id).orElseThrow().markUndone());
	}

	private AuditEntry entry(StepRun run, ChangeJournalEntry row, Change change, AuditOutcome outcome) {
		Organization organization = this.organizations.require(run.organization());
		AuditEntry entry = AuditEntry.of(AuditKind.CHANGE, outcome, run.actor())
			.about(run.organization().value(), organization.name())
			.on(where(change))
			.in(run.id())
			.paired(row.pair())
			.with("change", change.key())
			.with("object", change.object())
			.with("step", run.step().name());
		return values(entry, change);
	}

	/**
	 * Of the keys on the principal only ours changes; how many others there are is told
	 * apart.
	 */
	private static AuditEntry values(AuditEntry entry, Change change) {
		return switch (change) {
			case AddTenantKey add -> entry.with("before", "").with("after", add.after()).with("keys", add.before());
			case RemoveTenantKey remove ->
				entry.with("before", remove.thumbprint()).with("after", "").with("keys", remove.after());
			default -> entry.with("before", change.before()).with("after", change.after());
		};
	}

	private static String where(Change change) {
		return change.inTenant() ? "Microsoft 365" : "Exchange";
	}

	private static AuditOutcome audited(ChangeState outcome) {
		return switch (outcome) {
			case DONE -> AuditOutcome.DONE;
			case NOT_DONE -> AuditOutcome.NOT_DONE;
			case CONFLICT -> AuditOutcome.CONFLICT;
			case WAITING, SENT, UNKNOWN -> throw new IllegalArgumentException(outcome + " decides nothing");
		};
	}

}
