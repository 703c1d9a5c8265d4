package io.hybridge.security.demand;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.hybridge.security.account.SignedIn;
import io.hybridge.security.proof.Proofs;
import io.hybridge.security.signin.SignInPages;

/**
 * Leads whoever has no second factor, where one is demanded of everybody, to the page
 * where it is added, and lets them do nothing else before.
 */
class EnrolFirst implements HandlerInterceptor, WebMvcConfigurer {

	private static final String PAGE = "/settings/profile/factor";

	/** What adding one takes, and going out again. */
	private static final Set<String> OPEN = Set.of(PAGE, PAGE + "/passkeys", "/sign-in/again", "/sign-out", "/error");

	private final FactorDemand demand;

	private final Proofs proofs;

	EnrolFirst(FactorDemand demand, Proofs proofs) {
		this.demand = demand;
		this.proofs = proofs;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (OPEN.contains(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)))
				|| SignedIn.asking().filter(this::hasToAddOne).isEmpty()) {
			return true;
		}
		SignInPages.lead(request, response, PAGE);
		return false;
	}

	private boolean hasToAddOne(SignedIn person) {
		return this.demand.made() && !this.proofs.demandsFactor(person.accountId());
	}

}
