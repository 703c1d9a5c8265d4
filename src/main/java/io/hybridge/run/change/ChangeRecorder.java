package io.hybridge.run.change;

import java.time.Instant;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.run.RunAudit;
import io.hybridge.run.RunRequest;
import io.hybridge.step.change.Change;
import io.hybridge.web.text.StoredMessage;

/**
 * Tells of a change where people read it: a line under the change, and an entry in the
 * audit log.
 */
@Component
class ChangeRecorder {

	private final ChangeTimeline timeline;

	private final RunAudit audit;

	ChangeRecorder(ChangeTimeline timeline, RunAudit audit) {
		this.timeline = timeline;
		this.audit = audit;
	}

	void tell(JournaledChange journaled, Instant at, StoredMessage line) {
		this.timeline.add(journaled.id(), at, line);
	}

	/** Tells it in the place of the newest line, which did not come true. */
	void tellInstead(JournaledChange journaled, Instant at, StoredMessage line) {
		this.timeline.takeBackNewest(journaled.id());
		this.timeline.add(journaled.id(), at, line);
	}

	void record(RunRequest run, JournaledChange journaled, AuditOutcome outcome, String evidence) {
		this.audit.append(entry(run, journaled, outcome).seen(evidence));
	}

	void recordFound(RunRequest run, JournaledChange journaled, AuditOutcome outcome) {
		this.audit.append(entry(run, journaled, outcome).with("found", journaled.evidence().found())
			.seen(journaled.evidence().text()));
	}

	/** Ends what only the end of the whole change tells of. */
	void closeFormer(RunRequest run, JournaledChange decided, AuditOutcome outcome) {
		decided.formerPairs()
			.stream()
			.filter(this.audit::open)
			.forEach((pair) -> this.audit
				.append(entry(run, decided, outcome).paired(pair).with("found", decided.evidence().found())));
	}

	private AuditEntry entry(RunRequest run, JournaledChange journaled, AuditOutcome outcome) {
		Change change = journaled.change();
		AuditEntry entry = this.audit.entry(run, AuditKind.CHANGE, outcome)
			.paired(journaled.pair())
			.with("change", change.key())
			.with("object", change.object())
			.with("place", change.place().label())
			.with("step", run.step().name());
		for (Map.Entry<String, String> value : change.audited().entrySet()) {
			entry = entry.with(value.getKey(), value.getValue());
		}
		return MadeAs.tell(entry, journaled.evidence().madeAs());
	}

}
