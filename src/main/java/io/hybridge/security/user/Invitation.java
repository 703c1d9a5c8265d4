package io.hybridge.security.user;

import java.time.Instant;

import io.hybridge.security.account.Role;
import io.hybridge.security.account.UserName;

/**
 * A way in that an administrator opened for one person, once.
 *
 * @param id in the database
 * @param userName they will sign in with
 * @param role they will have
 * @param accountId of the account that gets a new password, or null for a new account
 * @param reach number of what they are limited to, or null
 * @param endsAt when the way closes
 */
record Invitation(long id, UserName userName, Role role, Long accountId, Long reach, Instant endsAt) {

	public boolean limited() {
		return this.reach != null;
	}

	public boolean forNewAccount() {
		return this.accountId == null;
	}

}
