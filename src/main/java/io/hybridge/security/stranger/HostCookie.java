package io.hybridge.security.stranger;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a cookie is called: behind TLS with a beginning that makes the browser keep it for
 * this host alone, so that no neighbour on the same domain can plant one.
 */
public final class HostCookie {

	private static final String BEGINNING = "__Host-";

	private HostCookie() {
	}

	public static String name(String name, HttpServletRequest request) {
		return request.isSecure() ? secure(name) : name;
	}

	/** The name behind TLS. */
	public static String secure(String name) {
		return BEGINNING + name;
	}

}
