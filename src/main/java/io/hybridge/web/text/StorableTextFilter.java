package io.hybridge.web.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

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
 * Lets no value of a parameter in that no database can keep, so that what somebody types
 * into a form or an address is found nowhere and breaks nothing.
 * <p>
 * What comes in another way, or from somebody else than the person, is cleaned where a
 * statement takes it along, below everything that speaks SQL; here it is done as well, so
 * that a person sees at once what is kept.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class StorableTextFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new Storable(request), response);
	}

	/** A request of which the values of all parameters can be kept. */
	private static final class Storable extends HttpServletRequestWrapper {

		Storable(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getParameter(String name) {
			return StorableText.of(super.getParameter(name));
		}

		@Override
		public String[] getParameterValues(String name) {
			return storable(super.getParameterValues(name));
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> parameters = new LinkedHashMap<>();
			super.getParameterMap().forEach((name, values) -> parameters.put(name, storable(values)));
			return parameters;
		}

		private static String[] storable(String[] values) {
			return (values != null) ? Arrays.stream(values).map(StorableText::of).toArray(String[]::new) : null;
		}

	}

}
