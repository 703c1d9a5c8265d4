package io.hybridge.organization;

import java.time.ZoneOffset;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import io.hybridge.support.MutableClock;
import io.hybridge.web.sight.Sight;

/** Accounts whose right ends at some organizations. */
public final class LimitedAccounts {

	private LimitedAccounts() {
	}

	/** An operator who sees nothing yet. */
	public static long add(JdbcClient jdbc, String name) {
		jdbc.sql("insert into reach (id) values (default)").update();
		long reach = jdbc.sql("select max(id) from reach").query(Long.class).single();
		jdbc.sql("""
				insert into account (user_name, display_name, password_hash, role, active, language, zone, theme,
				  created_at, reach_id)
				values (:user, :name, 'none', 'OPERATOR', true, 'en', 'UTC', 'SYSTEM', :now, :reach)""")
			.param("user", name + "@limited.example")
			.param("name", name)
			.param("now", MutableClock.START.atOffset(ZoneOffset.UTC))
			.param("reach", reach)
			.update();
		return jdbc.sql("select max(id) from account").query(Long.class).single();
	}

	public static void show(JdbcClient jdbc, long account, long organization) {
		jdbc.sql("""
				insert into reach_organization (reach_id, organization_id)
				select reach_id, :organization from account where id = :account""")
			.param("organization", organization)
			.param("account", account)
			.update();
	}

	/** Shows an account what belongs to a new group. */
	public static void showGroup(JdbcClient jdbc, long account, String name, long... organizations) {
		jdbc.sql("insert into organization_group (name) values (?)").param(name).update();
		long group = jdbc.sql("select max(id) from organization_group").query(Long.class).single();
		jdbc.sql(
				"insert into reach_group (reach_id, group_id) select reach_id, :group from account where id = :account")
			.param("group", group)
			.param("account", account)
			.update();
		for (long organization : organizations) {
			jdbc.sql("insert into organization_group_member (group_id, organization_id) values (?, ?)")
				.params(group, organization)
				.update();
		}
	}

	/** Asks as a page of theirs would. */
	public static <T> T as(long account, Supplier<T> question) {
		Sight.Holder person = () -> Sight.of(account);
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, null));
		try {
			return question.get();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
