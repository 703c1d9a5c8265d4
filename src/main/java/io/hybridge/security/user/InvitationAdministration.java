package io.hybridge.security.user;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.account.UserName;
import io.hybridge.security.reach.Reach;
import io.hybridge.security.reach.ReachNames;

/**
 * Lets an administrator invite somebody, help who lost their password, and take it back.
 */
@Component
class InvitationAdministration {

	private final AdministratorTurns turns;

	private final Accounts accounts;

	private final Invitations invitations;

	private final ReachNames names;

	private final AuditLog audit;

	InvitationAdministration(AdministratorTurns turns, Accounts accounts, Invitations invitations, ReachNames names,
			AuditLog audit) {
		this.turns = turns;
		this.accounts = accounts;
		this.invitations = invitations;
		this.names = names;
		this.audit = audit;
	}

	String invite(UserName userName, Role role, Reach reach, SignedIn by) {
		return this.turns.take(by, () -> {
			if (this.accounts.existsByUserName(userName.value())) {
				throw new UserNameTaken();
			}
			String token = this.invitations.open(userName, role, null, reach, by);
			this.audit.append(entry(AuditKind.USER_INVITED, userName, role, by).with("reach",
					String.join(", ", this.names.lines(reach))));
			return token;
		});
	}

	/** A link to choose a new password, for somebody who lost theirs. */
	String renew(long id, SignedIn by) {
		return this.turns.takeOn(id, by, (account) -> {
			String token = this.invitations.open(account.userName(), account.role(), id, Reach.ALL, by);
			this.audit.append(AuditEntry.of(AuditKind.USER_CHANGED, AuditOutcome.DONE, by.actor())
				.with("user", account.userName().value())
				.with("what", "renewal"));
			return token;
		});
	}

	void withdraw(long id, SignedIn by) {
		this.turns.take(by, () -> {
			this.invitations.withdraw(id)
				.ifPresent((open) -> this.audit
					.append(entry(AuditKind.USER_INVITATION_WITHDRAWN, open.userName(), open.role(), by)));
			return null;
		});
	}

	private static AuditEntry entry(AuditKind kind, UserName userName, Role role, SignedIn by) {
		return AuditEntry.of(kind, AuditOutcome.DONE, by.actor())
			.with("user", userName.value())
			.with("role", role.name());
	}

	/** There is an account with this name. */
	static class UserNameTaken extends RuntimeException {

	}

}
