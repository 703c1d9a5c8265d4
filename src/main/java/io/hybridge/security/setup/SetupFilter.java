package io.hybridge.security.setup;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Until the console is set up, every page leads to the set-up. */
public class SetupFilter extends OncePerRequestFilter {

	/** What is open before there is an account. */
	public static final RequestMatcher PAGES = new OrRequestMatcher(
			PathPatternRequestMatcher.withDefaults().matcher("/setup/**"),
			PathPatternRequestMatcher.withDefaults().matcher("/error"));

	private final FirstRun firstRun;

	public SetupFilter(FirstRun firstRun) {
		this.firstRun = firstRun;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (PAGES.matches(request) || this.firstRun.done()) {
			chain.doFilter(request, response);
		}
		else {
			response.sendRedirect(request.getContextPath() + "/setup");
		}
	}

}
