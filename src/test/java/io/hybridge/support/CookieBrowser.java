package io.hybridge.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.Cookie;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Keeps cookies as a browser does, so that who signs in by the form is signed in by a
 * session of the console and by nothing of the tests.
 */
public final class CookieBrowser {

	private final MockMvc mvc;

	private final Map<String, Cookie> cookies = new LinkedHashMap<>();

	public CookieBrowser(MockMvc mvc) {
		this.mvc = mvc;
	}

	public Map<String, Cookie> cookies() {
		return this.cookies;
	}

	/** A form as its page gives it, with the token of the session. */
	public MockHttpServletRequestBuilder form(String page, String address) throws Exception {
		return post(address).param("_csrf", open(page).select("[name=_csrf]").first().val());
	}

	public Document open(String page, RequestPostProcessor... people) throws Exception {
		return Jsoup.parse(send(get(page), 200, people).getContentAsString());
	}

	public Document page(MockHttpServletRequestBuilder request, int status, RequestPostProcessor... people)
			throws Exception {
		return Jsoup.parse(send(request, status, people).getContentAsString());
	}

	/** Where a request leads. */
	public String led(MockHttpServletRequestBuilder request, RequestPostProcessor... people) throws Exception {
		return send(request, 302, people).getRedirectedUrl();
	}

	public MockHttpServletResponse send(MockHttpServletRequestBuilder request, int status,
			RequestPostProcessor... people) throws Exception {
		TestSecurityContextHolder.clearContext();
		for (RequestPostProcessor person : people) {
			request.with(person);
		}
		if (!this.cookies.isEmpty()) {
			request.cookie(new ArrayList<>(this.cookies.values()).toArray(Cookie[]::new));
		}
		MockHttpServletResponse response = this.mvc.perform(request).andReturn().getResponse();
		for (Cookie cookie : response.getCookies()) {
			if (cookie.getMaxAge() == 0) {
				this.cookies.remove(cookie.getName());
			}
			else {
				this.cookies.put(cookie.getName(), cookie);
			}
		}
		assertThat(response.getStatus()).isEqualTo(status);
		return response;
	}

}
