package io.hybridge.security.user;

import java.util.function.Function;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.factor.Factors;
import io.hybridge.security.session.Sessions;

/** What an administrator does with the accounts of others; their sessions end with it. */
@Component
class AccountAdministration {

	private final AdministratorTurns turns;

	private final Sessions sessions;

	private final Factors factors;

	private final Invitations invitations;

	private final AuditLog audit;

	AccountAdministration(AdministratorTurns turns, Sessions sessions, Factors factors, Invitations invitations,
			AuditLog audit) {
		this.turns = turns;
		this.sessions = sessions;
		this.factors = factors;
		this.invitations = invitations;
		this.audit = audit;
	}

	void changeRole(long id, Role role, SignedIn by) {
		change(id, by, (account) -> {
			Role before = account.role();
			account.changeRole(role);
			if (role != Role.ADMINISTRATOR) {
				this.invitations.withdrawAllBy(id);
			}
			return changed(account, by).with("what", "role")
				.with("role", role.name())
				.with("before", before.name())
				.with("after", role.name());
		});
	}

	void deactivate(long id, SignedIn by) {
		change(id, by, (account) -> {
			account.deactivate();
			this.invitations.withdrawAllBy(id);
			return changed(account, by).with("what", "deactivated");
		});
	}

	void activate(long id, SignedIn by) {
		change(id, by, (account) -> {
			account.activate();
			return changed(account, by).with("what", "activated");
		});
	}

	/** For who has lost their app and the recovery codes with it. */
	void takeFactors(long id, SignedIn by) {
		change(id, by, (account) -> {
			this.factors.remove(account.id());
			return changed(account, by).with("what", "factors-taken");
		});
	}

	/** Whoever it is signs in again where they are. */
	void endSessions(long id, SignedIn by) {
		change(id, by, (account) -> changed(account, by).with("what", "ended-sessions"));
	}

	private void change(long id, SignedIn by, Function<Account, AuditEntry> change) {
		this.turns.takeOn(id, by, (account) -> this.audit.append(change.apply(account)));
		this.sessions.endAllOf(id);
	}

	private static AuditEntry changed(Account account, SignedIn by) {
		return AuditEntry.of(AuditKind.USER_CHANGED, AuditOutcome.DONE, by.actor())
			.with("user", account.userName().value());
	}

}
