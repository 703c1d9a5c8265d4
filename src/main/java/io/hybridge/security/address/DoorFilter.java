package io.hybridge.security.address;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

import io.hybridge.web.text.Languages;

/**
 * Answers nothing under a foreign name, where a page of somebody else could read it, and
 * nothing that comes over a network in the clear.
 */
class DoorFilter extends OncePerRequestFilter {

	private static final int MISDIRECTED = 421;

	private final HostNames names;

	private final MessageSource messages;

	DoorFilter(HostNames names, MessageSource messages) {
		this.names = names;
		this.messages = messages;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<String> refusal = refusal(request);
		if (refusal.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		response.setStatus(MISDIRECTED);
		response.setContentType(MediaType.TEXT_PLAIN_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.getWriter()
			.println(this.messages.getMessage(refusal.get(), null,
					Languages.asked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
	}

	private Optional<String> refusal(HttpServletRequest request) {
		if (!this.names.have(request.getServerName())) {
			return Optional.of("door.name");
		}
		return (request.isSecure() || InetAddress.ofLiteral(request.getLocalAddr()).isLoopbackAddress())
				? Optional.empty() : Optional.of("door.clear");
	}

}
