package io.hybridge.security.user;

import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.account.UserName;
import io.hybridge.security.signin.Sessions;

/**
 * What an administrator does with the accounts of others. Nobody changes their own, and
 * whoever acts must still be an administrator once it is their turn; so one always
 * remains, even when two take each other's role at the same moment.
 */
@Component
class AccountAdministration {

	private final Accounts accounts;

	private final Invitations invitations;

	private final Sessions sessions;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final TransactionOperations transaction;

	AccountAdministration(Accounts accounts, Invitations invitations, Sessions sessions, JdbcClient jdbc,
			AuditLog audit, TransactionOperations transaction) {
		this.accounts = accounts;
		this.invitations = invitations;
		this.sessions = sessions;
		this.jdbc = jdbc;
		this.audit = audit;
		this.transaction = transaction;
	}

	String invite(UserName userName, Role role, SignedIn by) {
		return this.transaction.execute((status) -> {
			takeTurn(by);
			if (this.accounts.existsByUserName(userName.value())) {
				throw new UserNameTaken();
			}
			String token = this.invitations.open(userName, role, null, by);
			this.audit.append(AuditEntry.of(AuditKind.USER_INVITED, AuditOutcome.DONE, by.actor())
				.with("user", userName.value())
				.with("role", role.name()));
			return token;
		});
	}

	/** A link to choose a new password, for somebody who lost theirs. */
	String renew(long id, SignedIn by) {
		return this.transaction.execute((status) -> {
			Account account = other(id, by);
			String token = this.invitations.open(account.userName(), account.role(), id, by);
			this.audit.append(changed(account, by).with("what", "renewal"));
			return token;
		});
	}

	void withdraw(long invitation, SignedIn by) {
		this.transaction.executeWithoutResult((status) -> {
			takeTurn(by);
			this.invitations.withdraw(invitation)
				.ifPresent((open) -> this.audit
					.append(AuditEntry.of(AuditKind.USER_INVITATION_WITHDRAWN, AuditOutcome.DONE, by.actor())
						.with("user", open.userName().value())
						.with("role", open.role().name())));
		});
	}

	void changeRole(long id, Role role, SignedIn by) {
		change(id, by, (account) -> {
			Role before = account.role();
			account.changeRole(role);
			this.audit.append(changed(account, by).with("what", "role")
				.with("role", role.name())
				.with("before", before.name())
				.with("after", role.name()));
		});
	}

	void deactivate(long id, SignedIn by) {
		change(id, by, (account) -> {
			account.deactivate();
			this.audit.append(changed(account, by).with("what", "deactivated"));
		});
	}

	void activate(long id, SignedIn by) {
		change(id, by, (account) -> {
			account.activate();
			this.audit.append(changed(account, by).with("what", "activated"));
		});
	}

	private void change(long id, SignedIn by, Consumer<Account> change) {
		this.transaction.executeWithoutResult((status) -> change.accept(other(id, by)));
		this.sessions.endAllOf(id);
	}

	private Account other(long id, SignedIn by) {
		takeTurn(by);
		if (id == by.accountId()) {
			throw new OwnAccount();
		}
		return this.accounts.require(id);
	}

	private void takeTurn(SignedIn by) {
		this.jdbc.sql("select id from first_run where id = 1 for update").query(Integer.class).single();
		if (!this.accounts.require(by.accountId()).isActiveAdministrator()) {
			throw new AccessDeniedException("No administrator any more");
		}
	}

	private AuditEntry changed(Account account, SignedIn by) {
		return AuditEntry.of(AuditKind.USER_CHANGED, AuditOutcome.DONE, by.actor())
			.with("user", account.userName().value());
	}

	/** There is an account with this name. */
	static class UserNameTaken extends RuntimeException {

	}

	/** An administrator tried to change their own account. */
	static class OwnAccount extends RuntimeException {

	}

}
