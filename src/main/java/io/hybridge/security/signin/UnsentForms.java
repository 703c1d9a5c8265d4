package io.hybridge.security.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

import io.hybridge.security.stranger.SealedCookies;
import io.hybridge.web.OpenAddresses;

/**
 * Keeps a form that came after its session was over: sealed, in the browser that sent it,
 * so that nobody who is not signed in can make the console store anything.
 */
@Component
public class UnsentForms implements LogoutHandler {

	public static final String COOKIE = "UNSENT";

	private static final Duration LASTS = Duration.ofMinutes(30);

	private final SealedCookies cookies;

	private final OpenAddresses addresses;

	private final Clock clock;

	UnsentForms(SealedCookies cookies, OpenAddresses addresses, Clock clock) {
		this.cookies = cookies;
		this.addresses = addresses;
		this.clock = clock;
	}

	/**
	 * Keeps what was sent.
	 * @return the address of the page on which the form stands
	 */
	public String keep(HttpServletRequest request, HttpServletResponse response) {
		return keep(request.getParameterMap(), request, response);
	}

	/** Keeps which form it was, and nothing of what was sent, which nobody read. */
	String keepUnread(HttpServletRequest request, HttpServletResponse response) {
		return keep(Map.of(), request, response);
	}

	private String keep(Map<String, String[]> sent, HttpServletRequest request, HttpServletResponse response) {
		String page = this.addresses.form(path(request));
		UnsentForm form = UnsentForm.of(page, sent, this.clock.instant().plus(LASTS));
		this.cookies.keep(COOKIE, form.written(), LASTS, request, response);
		return page;
	}

	/** The form that this browser keeps. */
	Optional<UnsentForm> find(HttpServletRequest request) {
		return this.cookies.find(COOKIE, request).flatMap((written) -> UnsentForm.read(written, this.clock.instant()));
	}

	/** The form of the page that is asked for. */
	Optional<UnsentForm> ofPage(HttpServletRequest request) {
		return find(request).filter((form) -> form.page().equals(path(request)));
	}

	/** Where the form that this browser keeps stands, with what was looked for there. */
	public String address(HttpServletRequest request) {
		return find(request).map(UnsentForm::address).orElse("/");
	}

	/** Forgets the form once it is sent again. */
	void sent(HttpServletRequest request, HttpServletResponse response) {
		find(request).filter((form) -> form.page().equals(this.addresses.form(path(request))))
			.ifPresent((form) -> this.cookies.forget(COOKIE, request, response));
	}

	/** What was typed is gone with whoever typed it. */
	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
		this.cookies.forget(COOKIE, request, response);
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

}
