package io.hybridge.security.session;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

import io.hybridge.security.secret.BrowserSeal;
import io.hybridge.security.stranger.HostCookie;

/**
 * The cookie of a session: its id sealed, so that whoever reads a row of a session cannot
 * become that person. Behind TLS its name makes the browser keep it for this host alone.
 */
@Component
class SessionCookie implements CookieSerializer {

	static final String NAME = "SESSION";

	private final BrowserSeal seal;

	private final DefaultCookieSerializer plain = cookie(NAME);

	private final DefaultCookieSerializer secure = cookie(HostCookie.secure(NAME));

	SessionCookie(BrowserSeal seal) {
		this.seal = seal;
		this.secure.setCookiePath("/");
		this.secure.setUseSecureCookie(true);
	}

	@Override
	public void writeCookieValue(CookieValue value) {
		String id = value.getCookieValue();
		cookie(value.getRequest()).writeCookieValue(
				new CookieValue(value.getRequest(), value.getResponse(), id.isEmpty() ? id : this.seal.seal(NAME, id)));
	}

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		return cookie(request).readCookieValues(request)
			.stream()
			.map((sealed) -> this.seal.open(NAME, sealed))
			.flatMap(Optional::stream)
			.toList();
	}

	private DefaultCookieSerializer cookie(HttpServletRequest request) {
		return request.isSecure() ? this.secure : this.plain;
	}

	private static DefaultCookieSerializer cookie(String name) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(name);
		cookie.setUseBase64Encoding(false);
		return cookie;
	}

}
