package io.hybridge.security.stepup;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.stranger.ClientNetwork;
import io.hybridge.security.stranger.StrangerRecord;

/** Records who proved once more who they are, and who could not. */
@Component
class StepUpRecord {

	private final AuditLog audit;

	private final StrangerRecord refusals;

	StepUpRecord(AuditLog audit, StrangerRecord refusals) {
		this.audit = audit;
		this.refusals = refusals;
	}

	@Transactional
	void done(SignedIn person) {
		this.audit.append(entry(AuditOutcome.DONE, person));
	}

	void refused(SignedIn person, HttpServletRequest request) {
		this.refusals.refused(entry(AuditOutcome.REFUSED, person), ClientNetwork.of(request.getRemoteAddr()));
	}

	private static AuditEntry entry(AuditOutcome outcome, SignedIn person) {
		return AuditEntry.of(AuditKind.SIGN_IN, outcome, person.actor()).with("name", "again");
	}

}
