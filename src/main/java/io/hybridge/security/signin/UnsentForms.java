package io.hybridge.security.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import io.hybridge.security.secret.BrowserSeal;
import io.hybridge.web.OpenAddresses;

/**
 * Keeps a form that came after its session was over: sealed, in the browser that sent it,
 * so that nobody who is not signed in can make the console store anything.
 */
@Component
public class UnsentForms {

	public static final String COOKIE = "UNSENT";

	private static final Duration LASTS = Duration.ofMinutes(30);

	private final BrowserSeal seal;

	private final OpenAddresses addresses;

	private final Clock clock;

	UnsentForms(BrowserSeal seal, OpenAddresses addresses, Clock clock) {
		this.seal = seal;
		this.addresses = addresses;
		this.clock = clock;
	}

	/**
	 * Keeps what was sent.
	 * @return the address of the page on which the form stands
	 */
	String keep(HttpServletRequest request, HttpServletResponse response) {
		String page = this.addresses.form(path(request));
		UnsentForm form = UnsentForm.of(page, request.getParameterMap(), this.clock.instant().plus(LASTS));
		response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, this.seal.seal(COOKIE, form.written()), LASTS));
		return page;
	}

	/** The form that this browser keeps. */
	Optional<UnsentForm> find(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
			.map(Cookie::getValue)
			.flatMap((sealed) -> this.seal.open(COOKIE, sealed))
			.flatMap((written) -> UnsentForm.read(written, this.clock.instant()));
	}

	/** The form of the page that is asked for. */
	Optional<UnsentForm> ofPage(HttpServletRequest request) {
		return find(request).filter((form) -> form.page().equals(path(request)));
	}

	/** Forgets the form once it is sent again. */
	void sent(HttpServletRequest request, HttpServletResponse response) {
		find(request).filter((form) -> form.page().equals(this.addresses.form(path(request))))
			.ifPresent((form) -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO)));
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

	private static String cookie(HttpServletRequest request, String value, Duration lasts) {
		return ResponseCookie.from(COOKIE, value)
			.path(request.getContextPath() + "/")
			.maxAge(lasts)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Strict")
			.build()
			.toString();
	}

}
