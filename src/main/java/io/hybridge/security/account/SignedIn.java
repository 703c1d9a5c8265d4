package io.hybridge.security.account;

import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditedPerson;
import io.hybridge.web.sight.Sight;

/**
 * The person behind a request, as the other features see it. The authentication's
 * principal implements it, so a controller takes
 * {@code @AuthenticationPrincipal SignedIn person}.
 */
public interface SignedIn extends AuditedPerson, Sight.Holder {

	long accountId();

	String displayName();

	Role role();

	/** Whether their right ends at some organizations. */
	boolean limited();

	@Override
	default Sight sight() {
		return limited() ? Sight.of(accountId()) : Sight.ALL;
	}

	@Override
	default AuditActor actor() {
		return AuditActor.person(accountId(), displayName(), role().slug());
	}

	/** Who sends the request that is being answered, or nobody. */
	static Optional<SignedIn> asking() {
		return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
			.map(Authentication::getPrincipal)
			.filter(SignedIn.class::isInstance)
			.map(SignedIn.class::cast);
	}

}
