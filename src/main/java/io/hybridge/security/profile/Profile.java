package io.hybridge.security.profile;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.validation.Errors;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.PasswordRules;
import io.hybridge.security.account.Preferences;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.signin.ClientNetwork;
import io.hybridge.security.signin.Sessions;
import io.hybridge.security.signin.SignInThrottle;

/** What a person may change about their own account. */
@Component
public class Profile {

	/** Whoever found a session left open must not guess faster than a stranger. */
	private static final ClientNetwork WITHIN = new ClientNetwork("profile");

	private final Accounts accounts;

	private final PasswordHashing hashing;

	private final SignInThrottle throttle;

	private final Sessions sessions;

	private final AuditLog audit;

	private final TransactionOperations transaction;

	Profile(Accounts accounts, PasswordHashing hashing, SignInThrottle throttle, Sessions sessions, AuditLog audit,
			TransactionOperations transaction) {
		this.accounts = accounts;
		this.hashing = hashing;
		this.throttle = throttle;
		this.sessions = sessions;
		this.audit = audit;
		this.transaction = transaction;
	}

	Account account(SignedIn person) {
		return this.accounts.require(person.accountId());
	}

	public Preferences preferences(SignedIn person) {
		return account(person).preferences();
	}

	public void prefer(SignedIn person, Preferences preferences) {
		this.transaction.executeWithoutResult((status) -> account(person).prefer(preferences));
	}

	/** Sessions elsewhere end; this one goes on under a new id. */
	void changePassword(SignedIn person, PasswordForm form, Errors errors, HttpServletRequest request) {
		Account account = account(person);
		PasswordRules.fault(form.password(), account.displayName(), account.userName().value())
			.ifPresent((fault) -> errors.rejectValue("password", fault));
		if (PasswordRules.tooLong(form.current())) {
			errors.rejectValue("current", "profile.password.wrong");
		}
		if (errors.hasErrors()) {
			return;
		}
		Optional<String> hash = this.hashing.inTurn(() -> proved(account, form.current())
				? Optional.of(this.hashing.hash(form.password())) : Optional.empty());
		hash.ifPresentOrElse((changed) -> change(person, changed, request),
				() -> errors.rejectValue("current", "profile.password.wrong"));
	}

	private boolean proved(Account account, String password) {
		boolean admitted = this.throttle.admits(account.userName(), WITHIN);
		boolean right = this.hashing.matches(password, account.passwordHash()) && admitted;
		if (right) {
			this.throttle.forget(account.userName(), WITHIN);
		}
		return right;
	}

	private void change(SignedIn person, String hash, HttpServletRequest request) {
		this.transaction.executeWithoutResult((status) -> {
			Account account = account(person);
			account.changePassword(hash);
			this.audit.append(AuditEntry.of(AuditKind.USER_CHANGED, AuditOutcome.DONE, person.actor())
				.with("user", account.userName().value())
				.with("what", "password"));
		});
		this.sessions.endOthersOf(person.accountId(), request.getSession().getId());
		request.changeSessionId();
	}

}
