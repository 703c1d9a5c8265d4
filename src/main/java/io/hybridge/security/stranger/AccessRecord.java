package io.hybridge.security.stranger;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Person;

/** Records who was refused what they have no right to, or what came from elsewhere. */
@Component
public class AccessRecord {

	private static final String NAMELESS = "?";

	private static final String LINKS = "/invitations/";

	private static final int LONGEST = 200;

	private final StrangerRecord refusals;

	AccessRecord(StrangerRecord refusals) {
		this.refusals = refusals;
	}

	public void refused(HttpServletRequest request) {
		this.refusals.refused(AuditEntry.of(AuditKind.ACCESS, AuditOutcome.REFUSED, actor())
			.with("method", request.getMethod())
			.with("path", path(request)), ClientNetwork.of(request.getRemoteAddr()));
	}

	/** The end of a link that opens something stands nowhere. */
	private static String path(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return path.startsWith(LINKS) ? LINKS : path.substring(0, Math.min(LONGEST, path.length()));
	}

	private static AuditActor actor() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Person person) ? person.actor()
				: AuditActor.stranger(NAMELESS);
	}

}
