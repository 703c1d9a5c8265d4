package io.hybridge.lab.console;

import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.SignedIn;

/** Does something to the lab and records who did it and whether it worked. */
@Component
class LabActions {

	/** What the sentence says the action was about. */
	private static final Set<String> DETAILS = Set.of("scenario", "server", "operation", "trait");

	private final LabControl control;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	LabActions(LabControl control, AuditLog audit, TransactionTemplate transaction) {
		this.control = control;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Does it.
	 * @param action short name, kept in the record
	 * @param path of the lab's control endpoint
	 * @param values what it needs
	 * @return whether the lab did it
	 */
	boolean perform(SignedIn person, String action, String path, Map<String, Object> values) {
		try {
			boolean done = this.control.act(path, values);
			record(person, action, values, done ? AuditOutcome.DONE : AuditOutcome.NOT_DONE);
			return done;
		}
		catch (LabUnreachable ex) {
			record(person, action, values, AuditOutcome.UNKNOWN);
			throw ex;
		}
	}

	private void record(SignedIn person, String action, Map<String, Object> values, AuditOutcome outcome) {
		AuditEntry entry = AuditEntry.of(AuditKind.LAB, outcome, person.actor()).with("action", action);
		for (Map.Entry<String, Object> value : values.entrySet()) {
			entry = entry.with(DETAILS.contains(value.getKey()) ? "detail" : value.getKey(),
					value.getValue().toString());
		}
		AuditEntry recorded = entry;
		this.transaction.executeWithoutResult((status) -> this.audit.append(recorded));
	}

}
