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
import io.hybridge.security.stranger.ClientNetwork;
import io.hybridge.security.stranger.StrangerRecord;

/** Records who signed in and who was refused. */
@Component
class SignInAudit {

	private static final String NAMELESS = "?";

	private final AuditLog audit;

	private final StrangerRecord refusals;

	SignInAudit(AuditLog audit, StrangerRecord refusals) {
		this.audit = audit;
		this.refusals = refusals;
	}

	@Transactional
	void done(Account account, ClientNetwork network) {
		this.audit.append(AuditEntry.of(AuditKind.SIGN_IN, AuditOutcome.DONE, account.person().actor())
			.with("network", network.value()));
	}

	/** The second factor was right, too. */
	@Transactional
	void done(Account account, String factor, ClientNetwork network) {
		this.audit.append(AuditEntry.of(AuditKind.SIGN_IN, AuditOutcome.DONE, account.person().actor())
			.with("name", factor)
			.with("network", network.value()));
	}

	/** Somebody knows the password; whether it is its owner is not proved yet. */
	@Transactional
	void halfDone(Account account, ClientNetwork network) {
		this.audit.append(entry(AuditOutcome.ATTEMPTED, Optional.of(account)).with("network", network.value()));
	}

	void refused(Account account, String factor, ClientNetwork network) {
		this.refusals.refused(entry(AuditOutcome.REFUSED, Optional.of(account)).with("name", factor), network);
	}

	/** A name that nobody has may be a password typed into the wrong field. */
	void refused(Optional<Account> account, ClientNetwork network) {
		this.refusals.refused(entry(AuditOutcome.REFUSED, account), network);
	}

	/** Nobody looked at the password. */
	void notLookedAt(Optional<Account> account, String why, ClientNetwork network) {
		this.refusals.refused(entry(AuditOutcome.NOT_DONE, account).with("why", why), network);
	}

	private static AuditEntry entry(AuditOutcome outcome, Optional<Account> account) {
		return account
			.map((known) -> AuditEntry.of(AuditKind.SIGN_IN, outcome, AuditActor.stranger(known.userName().value())))
			.orElseGet(() -> AuditEntry.of(AuditKind.SIGN_IN, outcome, AuditActor.stranger(NAMELESS))
				.with("name", "unknown"));
	}

}
