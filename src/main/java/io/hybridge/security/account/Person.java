package io.hybridge.security.account;

import java.io.Serializable;
import java.util.List;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who a session belongs to. Its name is the account's id, so that all sessions of a
 * person can be found and ended.
 *
 * @param accountId of the account
 * @param displayName as shown
 * @param role as it was at sign-in; every request compares it with the account
 * @param limited whether it ends at some organizations; compared like the role
 */
public record Person(long accountId, String displayName, Role role,
		boolean limited) implements SignedIn, AuthenticatedPrincipal, Serializable {

	@Override
	public String getName() {
		return Long.toString(this.accountId);
	}

	public UsernamePasswordAuthenticationToken authentication() {
		return UsernamePasswordAuthenticationToken.authenticated(this, null,
				List.of(new SimpleGrantedAuthority("ROLE_" + this.role.name())));
	}

}
