package io.hybridge.security.stepup;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.hybridge.security.account.SignedIn;
import io.hybridge.security.proof.Proofs;
import io.hybridge.security.signin.SignInPages;
import io.hybridge.security.signin.UnsentForms;

/**
 * Carries a deed that needs it out only for who has proved a moment ago who they are.
 * Everybody else is asked first, and finds the form again with what was typed.
 */
class StepUp implements HandlerInterceptor, WebMvcConfigurer {

	private final Proofs proofs;

	private final UnsentForms unsent;

	StepUp(Proofs proofs, UnsentForms unsent) {
		this.proofs = proofs;
		this.unsent = unsent;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (!HttpMethod.POST.matches(request.getMethod()) || !(handler instanceof HandlerMethod)
				|| SignedIn.asking()
					.filter((person) -> needs(request, person))
					.filter((person) -> !this.proofs.fresh(person.accountId(), request))
					.isEmpty()) {
			return true;
		}
		this.unsent.keep(request, response);
		SignInPages.lead(request, response, StepUpController.PAGE);
		return false;
	}

	private boolean needs(HttpServletRequest request, SignedIn person) {
		String deed = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return Deeds.WITH_PASSWORD.contains(deed) ? this.proofs.demandsFactor(person.accountId())
				: !Deeds.FREE.contains(deed);
	}

}
