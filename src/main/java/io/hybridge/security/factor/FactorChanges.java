package io.hybridge.security.factor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.passkey.PasskeyProof;

/** What a person does with their own second factor, each with its record. */
@Component
class FactorChanges {

	private final Authenticators authenticators;

	private final RecoveryCodes recovery;

	private final Factors factors;

	private final PasskeyProof passkeys;

	private final AuditLog audit;

	FactorChanges(Authenticators authenticators, RecoveryCodes recovery, Factors factors, PasskeyProof passkeys,
			AuditLog audit) {
		this.passkeys = passkeys;
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
		record(account, "app-added", person);
		return this.recovery.renew(account.id());
	}

	@Transactional
	List<RecoveryCode> renewCodes(Account account, SignedIn person) {
		List<RecoveryCode> codes = this.recovery.renew(account.id());
		record(account, "recovery-codes", person);
		return codes;
	}

	@Transactional
	void remove(Account account, SignedIn person) {
		if (this.factors.removeApp(account.id())) {
			record(account, "app-removed", person);
		}
	}

	/**
	 * Adds a passkey that the browser has made.
	 * @return recovery codes, where it is the first factor; empty where it was none
	 */
	@Transactional
	Optional<List<RecoveryCode>> addPasskey(Account account, PasskeyForm form, SignedIn person) {
		boolean first = !this.factors.awaits(account.id());
		if (!this.passkeys.made(account, name(account, form), form.passkey())) {
			return Optional.empty();
		}
		record(account, "passkey-added", person);
		return Optional.of(first ? this.recovery.renew(account.id()) : List.of());
	}

	@Transactional
	void removePasskey(Account account, long id, SignedIn person) {
		if (this.factors.removePasskey(account.id(), id)) {
			record(account, "passkey-removed", person);
		}
	}

	private String name(Account account, PasskeyForm form) {
		return form.name().isEmpty() ? "Passkey " + (this.factors.passkeys(account.id()).size() + 1) : form.name();
	}

	private void record(Account account, String what, SignedIn person) {
		this.audit.append(AuditEntry.of(AuditKind.USER_CHANGED, AuditOutcome.DONE, person.actor())
			.with("user", account.userName().value())
			.with("what", what));
	}

}
