package io.hybridge.security.account;

import io.hybridge.audit.AuditActor;

/**
 * The person behind a request, as the other features see it. The authentication's
 * principal implements it, so a controller takes
 * {@code @AuthenticationPrincipal SignedIn person}.
 */
public interface SignedIn {

	long accountId();

	String displayName();

	Role role();

	default AuditActor actor() {
		return AuditActor.person(accountId(), displayName());
	}

}
