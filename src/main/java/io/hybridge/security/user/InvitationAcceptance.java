package io.hybridge.security.user;

import java.util.Optional;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import io.hybridge.security.account.Guest;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.Preferences;
import io.hybridge.security.session.Sessions;
import io.hybridge.web.NotFound;

/** Turns an invitation into an account, or into a new password of one; only once. */
@Component
class InvitationAcceptance {

	private final Invitations invitations;

	private final PasswordHashing hashing;

	private final InvitationRedemption redemption;

	private final Sessions sessions;

	InvitationAcceptance(Invitations invitations, PasswordHashing hashing, InvitationRedemption redemption,
			Sessions sessions) {
		this.invitations = invitations;
		this.hashing = hashing;
		this.redemption = redemption;
		this.sessions = sessions;
	}

	/**
	 * Redeems a token.
	 * @param token of the link
	 * @param name as shown, unless the account exists
	 * @param password within the rules
	 * @param preferred how a new account wants its pages
	 * @return the account
	 * @throws NotFound when the invitation is none, is over, or was used meanwhile
	 */
	long redeem(String token, String name, String password, Optional<Preferences> preferred) {
		Invitation open = this.invitations.find(token).orElseThrow(NotFound::new);
		String hash = this.hashing.inTurn(Guest.known("invitation " + open.id()), () -> this.hashing.hash(password));
		try {
			long account = this.redemption.redeem(token, name, hash, preferred);
			if (!open.forNewAccount()) {
				this.sessions.endAllOf(account);
			}
			return account;
		}
		catch (DataIntegrityViolationException ex) {
			throw new NotFound();
		}
	}

}
