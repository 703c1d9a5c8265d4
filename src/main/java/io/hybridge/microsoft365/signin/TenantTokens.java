package io.hybridge.microsoft365.signin;

import java.util.Optional;

import io.hybridge.microsoft365.http.AccessToken;
import io.hybridge.organization.OrganizationId;

/** Gives the token of the administrator who signed in for an organization. */
public interface TenantTokens {

	/**
	 * A token that is good now; it is refreshed when needed.
	 * @param organization whose tenant
	 * @return the token, or empty when somebody must sign in first
	 */
	Optional<AccessToken> find(OrganizationId organization);

	/**
	 * Microsoft wants a token that says more, which only a new sign-in gives.
	 * @param organization whose tenant
	 * @param claims what it has to say, as JSON
	 */
	void challenged(OrganizationId organization, String claims);

}
