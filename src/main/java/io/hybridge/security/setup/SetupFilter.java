package io.hybridge.security.setup;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import io.hybridge.security.SecurityConfiguration;

/** Until the console is set up, every page leads to the set-up. */
public class SetupFilter extends OncePerRequestFilter {

	private final FirstRun firstRun;

	public SetupFilter(FirstRun firstRun) {
		this.firstRun = firstRun;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (SecurityConfiguration.SETUP.matches(request) || this.firstRun.done()) {
			chain.doFilter(request, response);
		}
		else {
			response.sendRedirect(request.getContextPath() + "/setup");
		}
	}

}
