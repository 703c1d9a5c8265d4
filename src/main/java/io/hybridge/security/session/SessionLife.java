package io.hybridge.security.session;

import java.io.IOException;
import java.time.Instant;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that is too old before anything looks at it, so that a form which comes
 * too late is kept like any other; and writes down from where a new one was begun.
 */
public class SessionLife extends OncePerRequestFilter {

	private final Sessions sessions;

	public SessionLife(Sessions sessions) {
		this.sessions = sessions;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession before = request.getSession(false);
		if (before != null && this.sessions.over(Instant.ofEpochMilli(before.getCreationTime()))) {
			before.invalidate();
		}
		chain.doFilter(request, response);
		HttpSession after = request.getSession(false);
		if (after != null && after.getAttribute(SessionOrigin.ATTRIBUTE) == null) {
			after.setAttribute(SessionOrigin.ATTRIBUTE, SessionOrigin.of(request));
		}
	}

}
