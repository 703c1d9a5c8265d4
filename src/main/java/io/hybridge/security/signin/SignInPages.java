package io.hybridge.security.signin;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

import io.hybridge.security.account.TooBusy;
import io.hybridge.security.account.UserName;
import io.hybridge.security.proof.CodeAwaited;
import io.hybridge.security.proof.HalfSignIn;
import io.hybridge.security.stranger.AccessRecord;
import io.hybridge.security.stranger.BodyLimit;
import io.hybridge.security.stranger.SealedCookies;

/**
 * How a person gets to the sign-in page and back. A request for a part of a page is
 * answered with "load the page again", so that the sign-in never lands inside one.
 */
public final class SignInPages {

	public static final RequestMatcher HTMX = (request) -> "true".equals(request.getHeader("HX-Request"));

	/** To which pages a sign-in leads back. */
	public static final RequestMatcher PAGES = (request) -> HttpMethod.GET.matches(request.getMethod())
			&& !HTMX.matches(request);

	private static final String HERE = "same-origin";

	private static final String TYPED = "TYPED";

	private SignInPages() {
	}

	public static AuthenticationEntryPoint entry() {
		return new LoginUrlAuthenticationEntryPoint("/sign-in");
	}

	public static AuthenticationSuccessHandler back(RequestCache kept) {
		SavedRequestAwareAuthenticationSuccessHandler handler = new SavedRequestAwareAuthenticationSuccessHandler();
		handler.setRequestCache(kept);
		return handler;
	}

	public static void refresh(HttpServletRequest request, HttpServletResponse response, Exception reason) {
		response.setHeader("HX-Refresh", "true");
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
	}

	/**
	 * Leads to another page of the console instead of what was asked, also from within
	 * one.
	 * @param page its path within the console
	 */
	public static void lead(HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
		String address = request.getContextPath() + page;
		if (HTMX.matches(request)) {
			response.setHeader("HX-Redirect", address);
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
		}
		else {
			response.sendRedirect(address);
		}
	}

	/** The name that was typed is kept by the browser, as far as one can be long. */
	public static AuthenticationFailureHandler refused(SealedCookies cookies, HalfSignIn half) {
		return (request, response, reason) -> {
			if (reason instanceof CodeAwaited awaited) {
				half.keep(awaited.account(), request, response);
				response.sendRedirect(request.getContextPath() + "/sign-in/code");
				return;
			}
			cookies.keep(TYPED, UserName.of(request.getParameter("username")).value(), Duration.ofMinutes(1), request,
					response);
			boolean whole = typed(request, "username") && typed(request, "password");
			String why = (reason instanceof TooBusy) ? "busy" : (whole ? "refused" : "missing");
			response.sendRedirect(request.getContextPath() + "/sign-in?" + why);
		};
	}

	private static boolean typed(HttpServletRequest request, String field) {
		String value = request.getParameter(field);
		return value != null && !value.isBlank();
	}

	static Optional<String> typed(SealedCookies cookies, HttpServletRequest request, HttpServletResponse response) {
		Optional<String> typed = cookies.find(TYPED, request);
		cookies.forget(TYPED, request, response);
		return typed;
	}

	/**
	 * A form whose session is over is no attack: its page is shown again, after a sign-in
	 * where it needs one.
	 */
	public static AccessDeniedHandler denied(UnsentForms unsent, AccessRecord record) {
		AccessDeniedHandler page = new AccessDeniedHandlerImpl();
		return (request, response, reason) -> {
			if (!tooLate(request, reason)) {
				record.refused(request);
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
	 * A form that is too large to be kept without a session leads to its page all the
	 * same.
	 */
	public static BodyLimit.Answer tooLarge(UnsentForms unsent) {
		return (refusal, request, response) -> {
			if (HERE.equals(request.getHeader("Sec-Fetch-Site")) && !HTMX.matches(request)) {
				response.sendRedirect(request.getContextPath() + unsent.keepUnread(request, response));
			}
			else {
				response.sendError(refusal.value());
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
		return reason instanceof CsrfException && (HERE.equals(from) || (signedOut && from == null));
	}

}
