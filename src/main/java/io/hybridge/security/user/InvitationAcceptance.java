package io.hybridge.security.user;

import java.util.Optional;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

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
	 * @throws NotFound when the invitation is none, is over, or was used meanwhile
	 */
	void redeem(String token, String name, String password, Optional<Preferences> preferred) {
		String hash = this.hashing.inTurn(() -> this.invitations.find(token).map((open) -> this.hashing.hash(password)))
			.orElseThrow(NotFound::new);
		try {
			this.redemption.redeem(token, name, hash, preferred).ifPresent(this.sessions::endAllOf);
		}
		catch (DataIntegrityViolationException ex) {
			throw new NotFound();
		}
	}

}
