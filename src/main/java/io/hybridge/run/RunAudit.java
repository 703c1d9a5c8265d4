package io.hybridge.run;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.organization.Organizations;

/** Records what runs do, in the name of whoever asked and about the organization. */
@Component
public class RunAudit {

	private final AuditLog audit;

	private final Organizations organizations;

	private final Bundles bundles;

	RunAudit(AuditLog audit, Organizations organizations, Bundles bundles) {
		this.audit = audit;
		this.organizations = organizations;
		this.bundles = bundles;
	}

	/**
	 * An entry that names the run's person, reason, organization and number, and who
	 * brought what it knows.
	 * @param run in which it happens
	 * @param kind what it tells of
	 * @param outcome how that ended
	 * @return the entry, to be completed and appended
	 */
	public AuditEntry entry(RunRequest run, AuditKind kind, AuditOutcome outcome) {
		AuditEntry entry = AuditEntry.of(kind, outcome, run.actor())
			.about(run.organization().value(), this.organizations.require(run.organization()).name())
			.in(run.id())
			.because(run.reason())
			.from(run.address());
		return this.bundles.broughtTo(run.id()).map((person) -> entry.with("broughtBy", person)).orElse(entry);
	}

	/**
	 * An entry about the run itself, which makes a pair with that of its end.
	 * @param run which began or ended
	 * @param outcome attempted, or how it ended
	 * @return the entry, to be completed and appended
	 */
	public AuditEntry ofRun(RunRequest run, AuditOutcome outcome) {
		return entry(run, AuditKind.RUN, outcome).paired("run-" + run.id())
			.with("step", run.step().name())
			.with("runKind", run.kind().slug());
	}

	public void append(AuditEntry entry) {
		this.audit.append(entry);
	}

	/** Whether the record tells of an attempt, and not how it ended. */
	public boolean open(String pair) {
		return this.audit.open(pair);
	}

}
