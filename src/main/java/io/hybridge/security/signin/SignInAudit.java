package io.hybridge.security.signin;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;

/** Records who signed in and who was refused. */
@Component
class SignInAudit {

	private static final String NAMELESS = "?";

	private final AuditLog audit;

	SignInAudit(AuditLog audit) {
		this.audit = audit;
	}

	@Transactional
	void done(Account account, ClientNetwork network) {
		this.audit.append(entry(AuditOutcome.DONE, account.person().actor(), network));
	}

	/** A name that nobody has may be a password typed into the wrong field. */
	@Transactional
	void refused(Optional<Account> account, ClientNetwork network) {
		AuditEntry entry = entry(AuditOutcome.REFUSED,
				AuditActor.stranger(account.map((known) -> known.userName().value()).orElse(NAMELESS)), network);
		this.audit.append(account.isPresent() ? entry : entry.with("name", "unknown"));
	}

	private static AuditEntry entry(AuditOutcome outcome, AuditActor actor, ClientNetwork network) {
		return AuditEntry.of(AuditKind.SIGN_IN, outcome, actor).with("network", network.value());
	}

}
