package io.hybridge.security.profile;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.Preferences;
import io.hybridge.security.account.SignedIn;

/** What a person may change about their own account. */
@Component
public class Profile {

	private final Accounts accounts;

	private final AuditLog audit;

	Profile(Accounts accounts, AuditLog audit) {
		this.accounts = accounts;
		this.audit = audit;
	}

	Account account(SignedIn person) {
		return this.accounts.require(person.accountId());
	}

	public Preferences preferences(SignedIn person) {
		return account(person).preferences();
	}

	@Transactional
	public void prefer(SignedIn person, Preferences preferences) {
		account(person).prefer(preferences);
	}

	@Transactional
	void changePassword(SignedIn person, String hash) {
		Account account = account(person);
		account.changePassword(hash);
		record(person, account, "password");
	}

	@Transactional
	void record(SignedIn person, String what) {
		record(person, account(person), what);
	}

	private void record(SignedIn person, Account account, String what) {
		this.audit.append(AuditEntry.of(AuditKind.USER_CHANGED, AuditOutcome.DONE, person.actor())
			.with("user", account.userName().value())
			.with("what", what));
	}

}
