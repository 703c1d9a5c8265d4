package io.hybridge.security.stranger;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no more of a stranger than any form needs that strangers are shown: who sends
 * more, or does not say how much, is answered before anything is read.
 */
public class BodyLimit extends OncePerRequestFilter {

	static final long MOST = 64 * 1024;

	private final Answer answer;

	public BodyLimit(Answer answer) {
		this.answer = answer;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpStatus refusal = refusal(request);
		if (refusal == null || signedIn()) {
			chain.doFilter(request, response);
		}
		else {
			response.setHeader(HttpHeaders.CONNECTION, "close");
			this.answer.give(refusal, request, response);
		}
	}

	private static HttpStatus refusal(HttpServletRequest request) {
		if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
			return HttpStatus.LENGTH_REQUIRED;
		}
		return (request.getContentLengthLong() > MOST) ? HttpStatus.CONTENT_TOO_LARGE : null;
	}

	private static boolean signedIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.isAuthenticated();
	}

	/** What is said to who sent too much. */
	@FunctionalInterface
	public interface Answer {

		void give(HttpStatus refusal, HttpServletRequest request, HttpServletResponse response) throws IOException;

	}

}
