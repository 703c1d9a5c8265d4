package io.hybridge.security.stranger;

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

/**
 * What the console keeps in a browser instead of storing it: sealed, so that nobody reads
 * it or makes it up, and costing nothing but the browser’s own memory.
 */
@Component
public class SealedCookies {

	private final BrowserSeal seal;

	SealedCookies(BrowserSeal seal) {
		this.seal = seal;
	}

	/** Gives the browser a text to keep. */
	public void keep(String name, String text, Duration lasts, HttpServletRequest request,
			HttpServletResponse response) {
		write(name, this.seal.seal(name, text), lasts, request, response);
	}

	/** The text that the browser keeps; empty for anything that was not sealed here. */
	public Optional<String> find(String name, HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, HostCookie.name(name, request)))
			.map(Cookie::getValue)
			.flatMap((sealed) -> this.seal.open(name, sealed));
	}

	public void forget(String name, HttpServletRequest request, HttpServletResponse response) {
		if (WebUtils.getCookie(request, HostCookie.name(name, request)) != null) {
			write(name, "", Duration.ZERO, request, response);
		}
	}

	private static void write(String name, String value, Duration lasts, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(HostCookie.name(name, request), value)
					.path("/")
					.maxAge(lasts)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Strict")
					.build()
					.toString());
	}

}
