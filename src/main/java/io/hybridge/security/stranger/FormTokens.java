package io.hybridge.security.stranger;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The token of a form: with the session where there is one, and in a cookie before, so
 * that to show the sign-in page makes the console store nothing.
 */
public class FormTokens implements CsrfTokenRepository {

	static final String NAME = "FORM";

	private final CsrfTokenRepository session = new HttpSessionCsrfTokenRepository();

	private final CsrfTokenRepository cookie = cookie(NAME);

	private final CsrfTokenRepository secure = cookie(HostCookie.secure(NAME));

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return place(request).generateToken(request);
	}

	@Override
	public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		place(request).saveToken(token, request, response);
	}

	@Override
	public CsrfToken loadToken(HttpServletRequest request) {
		return place(request).loadToken(request);
	}

	private CsrfTokenRepository place(HttpServletRequest request) {
		if (request.getSession(false) != null) {
			return this.session;
		}
		return request.isSecure() ? this.secure : this.cookie;
	}

	private static CsrfTokenRepository cookie(String name) {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName(name);
		tokens.setCookiePath("/");
		tokens.setCookieCustomizer((cookie) -> cookie.httpOnly(true).sameSite("Strict"));
		return tokens;
	}

}
