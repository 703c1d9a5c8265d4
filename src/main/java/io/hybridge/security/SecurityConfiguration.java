package io.hybridge.security;

import java.util.Arrays;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.LocaleResolver;

import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.Role;
import io.hybridge.security.proof.HalfSignIn;
import io.hybridge.security.session.SessionLife;
import io.hybridge.security.session.Sessions;
import io.hybridge.security.setup.FirstRun;
import io.hybridge.security.setup.SetupFilter;
import io.hybridge.security.signin.AccountStatusFilter;
import io.hybridge.security.signin.ProfileLocaleResolver;
import io.hybridge.security.signin.SignIn;
import io.hybridge.security.signin.SignInPages;
import io.hybridge.security.signin.SignInWay;
import io.hybridge.security.signin.SignOutRecord;
import io.hybridge.security.signin.UnsentFormFilter;
import io.hybridge.security.signin.UnsentForms;
import io.hybridge.security.stranger.AccessRecord;
import io.hybridge.security.stranger.BodyLimit;
import io.hybridge.security.stranger.FormTokens;
import io.hybridge.security.stranger.ReturnCookie;
import io.hybridge.security.stranger.SealedCookies;

/** Who may open which address. Whatever is not allowed here is refused. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final RequestMatcher STATIC = any("/assets/**", "/webjars/**", "/favicon.ico", "/favicon.svg");

	private final UnsentForms unsent;

	private final SealedCookies cookies;

	private final SignIn signIn;

	private final HalfSignIn half;

	private final Sessions sessions;

	SecurityConfiguration(UnsentForms unsent, SealedCookies cookies, SignIn signIn, HalfSignIn half,
			Sessions sessions) {
		this.unsent = unsent;
		this.cookies = cookies;
		this.signIn = signIn;
		this.half = half;
		this.sessions = sessions;
	}

	/** Assets need no session, no account and no set-up. */
	@Bean
	@Order(1)
	SecurityFilterChain assets(HttpSecurity http) {
		return http.securityMatcher(STATIC)
			.authorizeHttpRequests((requests) -> requests.requestMatchers(HttpMethod.GET)
				.permitAll()
				.requestMatchers(HttpMethod.HEAD)
				.permitAll()
				.anyRequest()
				.denyAll())
			.headers(Headers::strict)
			.requestCache((cache) -> cache.disable())
			.securityContext((context) -> context.disable())
			.sessionManagement((session) -> session.disable())
			.csrf((csrf) -> csrf.disable())
			.logout((logout) -> logout.disable())
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, FirstRun firstRun, Accounts accounts, SignOutRecord signOut,
			AccessRecord refusals) {
		RequestCache back = new ReturnCookie(this.cookies, SignInPages.PAGES);
		return http.authorizeHttpRequests(SecurityConfiguration::rules)
			.headers(Headers::strict)
			.requestCache((cache) -> cache.requestCache(back))
			.csrf((csrf) -> csrf.csrfTokenRepository(new FormTokens()))
			.formLogin((form) -> form.loginPage("/sign-in")
				.failureHandler(SignInPages.refused(this.cookies, this.half))
				.authenticationDetailsSource((request) -> SignInWay.of(request, this.cookies))
				.successHandler(this.signIn.byPassword())
				.permitAll())
			.logout((logout) -> logout.logoutUrl("/sign-out")
				.addLogoutHandler(signOut)
				.addLogoutHandler(this.unsent)
				.logoutSuccessUrl("/sign-in?bye"))
			.exceptionHandling((exceptions) -> exceptions
				.defaultAuthenticationEntryPointFor(SignInPages::refresh, SignInPages.HTMX)
				.defaultAuthenticationEntryPointFor(SignInPages.entry(), (request) -> true)
				.accessDeniedHandler(SignInPages.denied(this.unsent, refusals)))
			.addFilterBefore(new SessionLife(this.sessions), CsrfFilter.class)
			.addFilterBefore(new BodyLimit(SignInPages.tooLarge(this.unsent)), CsrfFilter.class)
			.addFilterBefore(new SetupFilter(firstRun), AnonymousAuthenticationFilter.class)
			.addFilterBefore(new AccountStatusFilter(accounts), AnonymousAuthenticationFilter.class)
			.addFilterAfter(new UnsentFormFilter(this.unsent), AuthorizationFilter.class)
			.build();
	}

	private static void rules(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(SetupFilter.PAGES)
			.permitAll()
			.requestMatchers("/sign-in", "/sign-in/code", "/invitations/**")
			.permitAll()
			.requestMatchers("/settings/users/**")
			.hasRole(Role.ADMINISTRATOR.name())
			.requestMatchers(HttpMethod.POST, "/organizations/*/approval")
			.hasRole(Role.ADMINISTRATOR.name())
			.requestMatchers(HttpMethod.GET)
			.authenticated()
			.requestMatchers(HttpMethod.HEAD)
			.authenticated()
			.requestMatchers(HttpMethod.POST, "/sign-out", "/sign-in/again", "/settings/profile/**", "/audit/export")
			.authenticated()
			.requestMatchers(HttpMethod.POST)
			.hasAnyRole(Role.ADMINISTRATOR.name(), Role.OPERATOR.name())
			.anyRequest()
			.denyAll();
	}

	@Bean
	LocaleResolver localeResolver() {
		return new ProfileLocaleResolver();
	}

	private static RequestMatcher any(String... patterns) {
		PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
		return new OrRequestMatcher(
				Arrays.stream(patterns).map((pattern) -> (RequestMatcher) paths.matcher(pattern)).toList());
	}

}
