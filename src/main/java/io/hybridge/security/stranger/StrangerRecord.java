package io.hybridge.security.stranger;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditLog;

/**
 * Records what was refused, so many of a kind per network and hour, and so many of all:
 * the last one says that more are not recorded. Nobody floods the log or hides in it what
 * others do.
 */
@Component
public class StrangerRecord {

	static final int OF_A_NETWORK = 10;

	static final int OF_ALL = 200;

	private final AuditLog audit;

	private final Attempts attempts;

	StrangerRecord(AuditLog audit, Attempts attempts) {
		this.audit = audit;
		this.attempts = attempts;
	}

	/**
	 * Records a refusal, unless there were too many already.
	 * @param entry of somebody who is a stranger, or has no right to what was asked for
	 */
	@Transactional
	public void refused(AuditEntry entry, ClientNetwork network) {
		String what = entry.kind().name() + entry.outcome();
		int ofNetwork = this.attempts.count(new Attempts.Subject(what, network.value()));
		if (ofNetwork > OF_A_NETWORK) {
			return;
		}
		int ofAll = this.attempts.count(new Attempts.Subject(what, ""));
		if (ofAll > OF_ALL) {
			return;
		}
		AuditEntry whole = entry.with("network", network.value());
		this.audit.append((ofNetwork == OF_A_NETWORK || ofAll == OF_ALL) ? whole.with("further", "unrecorded") : whole);
	}

}
