package io.hybridge.security.user;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.Preferences;
import io.hybridge.web.NotFound;

/** Uses an invitation up, together with what it opens: an account, or one's password. */
@Component
class InvitationRedemption {

	private final Invitations invitations;

	private final Accounts accounts;

	private final AuditLog audit;

	private final Clock clock;

	InvitationRedemption(Invitations invitations, Accounts accounts, AuditLog audit, Clock clock) {
		this.invitations = invitations;
		this.accounts = accounts;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Redeems a token.
	 * @return the account, which is new or has another password now
	 */
	@Transactional
	long redeem(String token, String name, String hash, Optional<Preferences> preferred) {
		Invitation invitation = this.invitations.find(token).orElseThrow(NotFound::new);
		if (!this.invitations.close(invitation.id())) {
			throw new NotFound();
		}
		if (invitation.forNewAccount()) {
			Account joining = new Account(invitation.userName(), name, hash, invitation.role(), preferred.orElseThrow(),
					this.clock.instant());
			joining.limit(invitation.reach());
			Account account = this.accounts.save(joining);
			record(AuditKind.USER_JOINED, account, null);
			return account.id();
		}
		Account account = this.accounts.require(invitation.accountId());
		account.changePassword(hash);
		record(AuditKind.USER_CHANGED, account, "password");
		return account.id();
	}

	private void record(AuditKind kind, Account account, String what) {
		AuditEntry entry = AuditEntry.of(kind, AuditOutcome.DONE, account.person().actor())
			.with("user", account.userName().value());
		this.audit.append((what != null) ? entry.with("what", what) : entry.with("role", account.role().name()));
	}

}
