package io.hybridge.web.text;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody else read {@code Accept-Language}: the server refuses a long one with an
 * exception, and whoever else looks languages up takes time with the square of them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 99)
class AskedLanguageFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new Asked(request), response);
	}

	/** The page that tells of an error has a language too. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	/** A request that knows the one language of ours it asks for. */
	private static final class Asked extends HttpServletRequestWrapper {

		Asked(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Locale getLocale() {
			return Languages.asked(getHeader("Accept-Language"));
		}

		@Override
		public Enumeration<Locale> getLocales() {
			return Collections.enumeration(List.of(getLocale()));
		}

	}

}
