package io.hybridge.security.signin;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

import io.hybridge.web.FieldBinding;

/**
 * Gives a page back what was typed into its form before, where whoever asks for it may
 * see it, until the form is sent again.
 */
public class UnsentFormFilter extends OncePerRequestFilter {

	private final UnsentForms forms;

	public UnsentFormFilter(UnsentForms forms) {
		this.forms = forms;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (HttpMethod.POST.matches(request.getMethod())) {
			this.forms.sent(request, response);
		}
		else if (!SignInPages.HTMX.matches(request)) {
			this.forms.ofPage(request).ifPresent((form) -> request.setAttribute(FieldBinding.UNSENT, form.fields()));
		}
		chain.doFilter(request, response);
	}

}
