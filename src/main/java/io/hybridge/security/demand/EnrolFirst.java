package io.hybridge.security.demand;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
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
	private static final Set<String> OPEN = Set.of(PAGE, "/sign-in/again", "/sign-out", "/error");

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
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn person)
				|| OPEN.contains(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)))
				|| !this.demand.made() || this.proofs.demandsFactor(person.accountId())) {
			return true;
		}
		if (SignInPages.HTMX.matches(request)) {
			response.setHeader("HX-Redirect", request.getContextPath() + PAGE);
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
		}
		else {
			response.sendRedirect(request.getContextPath() + PAGE);
		}
		return false;
	}

}
