package io.hybridge.security;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.Preferences;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.account.UserName;

/**
 * The people of tests. {@code mvc.perform(get("/").with(People.operator()))}; the first
 * of them sets the console up. Their accounts are real rows, because every request looks
 * its account up.
 */
public final class People {

	/** Fits every account made here. */
	public static final String PASSWORD = "seven quiet bridges at dawn";

	private People() {
	}

	public static RequestPostProcessor administrator() {
		return as(Role.ADMINISTRATOR);
	}

	public static RequestPostProcessor operator() {
		return as(Role.OPERATOR);
	}

	public static RequestPostProcessor auditor() {
		return as(Role.AUDITOR);
	}

	/**
	 * Nobody in particular, in a console that is set up.
	 * @return leaves the request signed out
	 */
	public static RequestPostProcessor stranger() {
		return (request) -> {
			account(context(request), Role.ADMINISTRATOR);
			return request;
		};
	}

	/**
	 * The account of a role, made when it is not there; without a request.
	 * @param context of the console
	 * @param role of the account
	 * @return the person
	 */
	public static SignedIn person(BeanFactory context, Role role) {
		return account(context, role).person();
	}

	private static RequestPostProcessor as(Role role) {
		return (request) -> {
			ProvedPeople.prove(request);
			return SecurityMockMvcRequestPostProcessors
				.authentication(account(context(request), role).person().authentication())
				.postProcessRequest(request);
		};
	}

	private static BeanFactory context(HttpServletRequest request) {
		return WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
	}

	public static synchronized Account account(BeanFactory context, Role role) {
		Accounts accounts = context.getBean(Accounts.class);
		if (role != Role.ADMINISTRATOR) {
			account(context, Role.ADMINISTRATOR);
		}
		String name = role.name().toLowerCase(Locale.ROOT);
		return accounts.findByUserName(name + "@fabrikam.com").orElseGet(() -> {
			Account made = accounts.save(new Account(UserName.of(name + "@fabrikam.com"), "Test " + name,
					context.getBean(PasswordHashing.class).hash(PASSWORD), role, Preferences.of(Locale.ENGLISH),
					Instant.now()));
			if (role == Role.ADMINISTRATOR) {
				context.getBean(JdbcClient.class)
					.sql("insert into first_run (id, account_id, done_at) values (1, :id, :now)")
					.param("id", made.id())
					.param("now", Instant.now().atOffset(ZoneOffset.UTC))
					.update();
			}
			return made;
		});
	}

}
