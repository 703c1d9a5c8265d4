package io.hybridge.security.stranger;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

import io.hybridge.web.OpenAddresses;

/**
 * Leads back to the page that was asked for before the sign-in. The address is kept in
 * the browser: a stranger makes the console store nothing. It is one within this console,
 * sealed, never one in a parameter, and none that is longer than any page needs.
 */
public class ReturnCookie implements RequestCache {

	static final String NAME = "RETURN";

	private static final Duration LASTS = Duration.ofMinutes(30);

	private final SealedCookies cookies;

	private final RequestMatcher pages;

	/**
	 * For pages.
	 * @param pages to which somebody may be led back
	 */
	public ReturnCookie(SealedCookies cookies, RequestMatcher pages) {
		this.cookies = cookies;
		this.pages = pages;
	}

	@Override
	public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
		String address = address(request);
		if (this.pages.matches(request) && address.length() <= OpenAddresses.LONGEST) {
			this.cookies.keep(NAME, address, LASTS, request, response);
		}
		else {
			this.cookies.forget(NAME, request, response);
		}
	}

	@Override
	public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		return this.cookies.find(NAME, request).map(SimpleSavedRequest::new).orElse(null);
	}

	/** A page is opened anew; nothing of the first request is played again. */
	@Override
	public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		return null;
	}

	@Override
	public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
		this.cookies.forget(NAME, request, response);
	}

	private static String address(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		String query = request.getQueryString();
		return (query != null) ? path + "?" + query : path;
	}

}
