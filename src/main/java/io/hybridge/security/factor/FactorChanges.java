package io.hybridge.security.factor;

import java.util.List;
import java.util.OptionalLong;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.SignedIn;

/** What a person does with their own second factor, each with its record. */
@Component
class FactorChanges {

	private final Authenticators authenticators;

	private final RecoveryCodes recovery;

	private final Factors factors;

	private final AuditLog audit;

	FactorChanges(Authenticators authenticators, RecoveryCodes recovery, Factors factors, AuditLog audit) {
		this.authenticators = authenticators;
		this.recovery = recovery;
		this.factors = factors;
		this.audit = audit;
	}

	/**
	 * Adds an app that shows the right code.
	 * @return new recovery codes; none where the code is another
	 */
	@Transactional
	List<RecoveryCode> add(Account account, TotpSecret secret, FactorForm form, SignedIn person) {
		OptionalLong step = this.authenticators.step(secret, form.digits());
		if (step.isEmpty()) {
			return List.of();
		}
		this.authenticators.add(account.id(), secret, step.getAsLong());
		List<RecoveryCode> codes = this.recovery.renew(account.id());
		record(account, "app-added", person);
		return codes;
	}

	@Transactional
	List<RecoveryCode> renewCodes(Account account, SignedIn person) {
		List<RecoveryCode> codes = this.recovery.renew(account.id());
		record(account, "recovery-codes", person);
		return codes;
	}

	@Transactional
	void remove(Account account, SignedIn person) {
		if (this.factors.remove(account.id())) {
			record(account, "app-removed", person);
		}
	}

	private void record(Account account, String what, SignedIn person) {
		this.audit.append(AuditEntry.of(AuditKind.USER_CHANGED, AuditOutcome.DONE, person.actor())
			.with("user", account.userName().value())
			.with("what", what));
	}

}
