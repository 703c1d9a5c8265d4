package io.hybridge.security.session;

import java.io.Serializable;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

import io.hybridge.security.stranger.ClientNetwork;

/**
 * From where a session was begun.
 *
 * @param network as far as it can be told apart
 * @param browser and system, empty where it does not say
 */
record SessionOrigin(String network, String browser) implements Serializable {

	static final String ATTRIBUTE = "hybridge.origin";

	static final SessionOrigin UNKNOWN = new SessionOrigin("", "");

	static SessionOrigin of(HttpServletRequest request) {
		return new SessionOrigin(ClientNetwork.of(request.getRemoteAddr()).value(),
				BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)));
	}

}
