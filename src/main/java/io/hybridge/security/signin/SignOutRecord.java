package io.hybridge.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Person;

/** Records that a person signed out. */
@Component
public class SignOutRecord implements LogoutHandler {

	private final AuditLog audit;

	SignOutRecord(AuditLog audit) {
		this.audit = audit;
	}

	@Override
	@Transactional
	public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
		if (authentication != null && authentication.getPrincipal() instanceof Person person) {
			this.audit.append(AuditEntry.of(AuditKind.SIGN_OUT, AuditOutcome.DONE, person.actor()));
		}
	}

}
