package io.hybridge.security.user;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.Preferences;
import io.hybridge.security.signin.Sessions;
import io.hybridge.web.NotFound;

/** Turns an invitation into an account, or into a new password of one; only once. */
@Component
class InvitationAcceptance {

	private final Invitations invitations;

	private final Accounts accounts;

	private final Sessions sessions;

	private final PasswordHashing hashing;

	private final AuditLog audit;

	private final TransactionOperations transaction;

	private final Clock clock;

	InvitationAcceptance(Invitations invitations, Accounts accounts, Sessions sessions, PasswordHashing hashing,
			AuditLog audit, TransactionOperations transaction, Clock clock) {
		this.invitations = invitations;
		this.accounts = accounts;
		this.sessions = sessions;
		this.hashing = hashing;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Redeems a token.
	 * @param token of the link
	 * @param name as shown, unless the account exists
	 * @param password within the rules
	 * @param language of the page
	 * @throws NotFound when the invitation is none, is over, or was used meanwhile
	 */
	void redeem(String token, String name, String password, Locale language) {
		String hash = this.hashing.inTurn(() -> this.invitations.find(token).map((open) -> this.hashing.hash(password)))
			.orElseThrow(NotFound::new);
		try {
			this.transaction.execute((status) -> redeemed(token, name, hash, language))
				.ifPresent(this.sessions::endAllOf);
		}
		catch (DuplicateKeyException ex) {
			throw new NotFound();
		}
	}

	private Optional<Long> redeemed(String token, String name, String hash, Locale language) {
		Invitation invitation = this.invitations.find(token).orElseThrow(NotFound::new);
		if (!this.invitations.close(invitation.id())) {
			throw new NotFound();
		}
		if (invitation.forNewAccount()) {
			Account account = this.accounts.save(new Account(invitation.userName(), name, hash, invitation.role(),
					Preferences.of(language), this.clock.instant()));
			record(AuditKind.USER_JOINED, account, null);
			return Optional.empty();
		}
		Account account = this.accounts.require(invitation.accountId());
		account.changePassword(hash);
		record(AuditKind.USER_CHANGED, account, "password");
		return Optional.of(account.id());
	}

	private void record(AuditKind kind, Account account, String what) {
		AuditEntry entry = AuditEntry.of(kind, AuditOutcome.DONE, account.person().actor())
			.with("user", account.userName().value());
		this.audit.append((what != null) ? entry.with("what", what) : entry.with("role", account.role().name()));
	}

}
