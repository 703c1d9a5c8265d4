package io.hybridge.security.signin;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.Person;
import io.hybridge.security.account.Preferences;

/**
 * Looks the account up at every request, so that a role taken away is gone at the next
 * click and not at the next sign-in, and keeps its preferences at hand for the page.
 */
public class AccountStatusFilter extends OncePerRequestFilter {

	private static final String PREFERENCES = AccountStatusFilter.class.getName();

	private final Accounts accounts;

	public AccountStatusFilter(Accounts accounts) {
		this.accounts = accounts;
	}

	static Optional<Preferences> preferences(HttpServletRequest request) {
		return Optional.ofNullable((Preferences) request.getAttribute(PREFERENCES));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof Person person) {
			Optional<Account> account = this.accounts.findById(person.accountId())
				.filter((found) -> found.standsFor(person));
			account.map(Account::preferences)
				.ifPresentOrElse((preferences) -> request.setAttribute(PREFERENCES, preferences),
						() -> new SecurityContextLogoutHandler().logout(request, response, authentication));
		}
		chain.doFilter(request, response);
	}

}
