package io.hybridge.microsoft365.signin;

import java.util.Optional;

import io.hybridge.audit.AuditActor;
import io.hybridge.microsoft365.TenantIdentity;
import io.hybridge.microsoft365.http.AccessToken;
import io.hybridge.organization.OrganizationId;

/** Gives a person's own token for an organization, and never that of another. */
public interface TenantTokens {

	/**
	 * A token that is good now; it is refreshed when needed.
	 * @param organization whose tenant
	 * @param person whose deed needs it
	 * @return the token, or empty when that person must sign in first
	 */
	Optional<AccessToken> find(OrganizationId organization, AuditActor person);

	/**
	 * As whom a person is signed in; makes no remote call.
	 * @param organization whose tenant
	 * @param person who may be signed in
	 */
	Optional<TenantIdentity> identity(OrganizationId organization, AuditActor person);

	/**
	 * Microsoft wants a token that says more, which only a new sign-in gives.
	 * @param organization whose tenant
	 * @param person whose token said too little
	 * @param claims what it has to say, as JSON
	 */
	void challenged(OrganizationId organization, AuditActor person, String claims);

}
