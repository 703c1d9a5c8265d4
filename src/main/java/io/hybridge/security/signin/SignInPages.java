package io.hybridge.security.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

import io.hybridge.security.account.TooBusy;
import io.hybridge.security.account.UserName;
import io.hybridge.web.OpenAddresses;

/**
 * How a person gets to the sign-in page and back. A request for a part of a page is
 * answered with "load the page again", so that the sign-in never lands inside one.
 */
public final class SignInPages {

	public static final RequestMatcher HTMX = (request) -> "true".equals(request.getHeader("HX-Request"));

	static final String TYPED = "sign-in.typed";

	private SignInPages() {
	}

	/**
	 * Only a page that was asked for here, kept on this side; never an address in a
	 * parameter, and none that is longer than any page needs: a stranger could fill the
	 * sessions with it.
	 */
	public static RequestCache returnTo() {
		HttpSessionRequestCache cache = new HttpSessionRequestCache();
		cache.setRequestMatcher((request) -> HttpMethod.GET.matches(request.getMethod()) && !HTMX.matches(request)
				&& length(request) <= OpenAddresses.LONGEST);
		cache.setMatchingRequestParameterName(null);
		return cache;
	}

	public static AuthenticationEntryPoint entry() {
		return new LoginUrlAuthenticationEntryPoint("/sign-in");
	}

	public static void refresh(HttpServletRequest request, HttpServletResponse response, Exception reason) {
		response.setHeader("HX-Refresh", "true");
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
	}

	public static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		request.getSession().setAttribute(TYPED, UserName.of(request.getParameter("username")).value());
		String why = (reason instanceof TooBusy) ? "busy" : "refused";
		response.sendRedirect(request.getContextPath() + "/sign-in?" + why);
	}

	/**
	 * A form whose session is over is no attack: its page is shown again, after a sign-in
	 * where it needs one.
	 */
	public static AccessDeniedHandler denied(UnsentForms unsent) {
		AccessDeniedHandler page = new AccessDeniedHandlerImpl();
		return (request, response, reason) -> {
			if (!tooLate(request, reason)) {
				page.handle(request, response, reason);
				return;
			}
			String form = unsent.keep(request, response);
			if (HTMX.matches(request)) {
				refresh(request, response, reason);
			}
			else {
				response.sendRedirect(request.getContextPath() + form);
			}
		};
	}

	/**
	 * What comes from elsewhere is never taken for a form of ours; of a person who is
	 * signed in, only what the browser says comes from here.
	 */
	private static boolean tooLate(HttpServletRequest request, AccessDeniedException reason) {
		String from = request.getHeader("Sec-Fetch-Site");
		boolean signedOut = SecurityContextHolder.getContext().getAuthentication() == null;
		return reason instanceof CsrfException && ("same-origin".equals(from) || (signedOut && from == null));
	}

	private static int length(HttpServletRequest request) {
		String query = request.getQueryString();
		return request.getRequestURI().length() + ((query != null) ? query.length() + 1 : 0);
	}

}
