package io.hybridge.enablement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.enablement.approval.Approval;
import io.hybridge.run.RunAudit;
import io.hybridge.run.StepRun;
import io.hybridge.run.change.Journal;
import io.hybridge.run.plan.Plan;
import io.hybridge.step.change.Change;

/** Records who asked for a run that may change something. */
@Component
class RequestAudit {

	private final RunAudit audit;

	private final Journal journal;

	RequestAudit(RunAudit audit, Journal journal) {
		this.audit = audit;
		this.journal = journal;
	}

	void attempted(StepRun run) {
		this.audit.append(this.audit.ofRun(run.request(), AuditOutcome.ATTEMPTED));
	}

	void attemptedAll(StepRun first) {
		this.audit.append(this.audit.entry(first.request(), AuditKind.CHECK_OF_ALL_STEPS, AuditOutcome.ATTEMPTED)
			.paired("checks-" + first.sequence()));
	}

	/**
	 * Opens the journal of a run that carries a plan out.
	 * @param also places of the offered changes that the person accepted
	 * @param approval of a second person, where one was needed
	 */
	void opened(StepRun run, Plan plan, Set<Integer> also, Optional<Approval.Given> approval) {
		List<Change> accepted = plan.content().accepted(also);
		this.journal.open(run, accepted);
		AuditEntry entry = this.audit.ofRun(run.request(), AuditOutcome.ATTEMPTED)
			.with("changes", Integer.toString(accepted.size()))
			.with("plan", Long.toString(plan.id()))
			.with("fingerprint", plan.fingerprint());
		this.audit.append(
				approval.map((given) -> entry.with("approvedBy", given.name()).with("contentHash", given.contentHash()))
					.orElse(entry));
		if (plan.content().exposure()) {
			this.audit.append(this.audit.entry(run.request(), AuditKind.ACKNOWLEDGMENT, AuditOutcome.DONE)
				.with("step", run.step().name())
				.with("exposure", "CVE-2025-53786"));
		}
	}

}
