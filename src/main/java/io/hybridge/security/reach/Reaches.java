package io.hybridge.security.reach;

import java.util.HashSet;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Keeps what accounts and invitations are limited to, in the caller's transaction. */
@Component
public class Reaches {

	private final JdbcClient jdbc;

	Reaches(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps one; those that nobody has any longer go.
	 * @return its number, or null without a limit
	 */
	public Long keep(Reach reach) {
		this.jdbc.sql("""
				delete from reach where id not in (select reach_id from account where reach_id is not null)
				and id not in (select reach_id from invitation where reach_id is not null)""").update();
		if (reach.all()) {
			return null;
		}
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("insert into reach (id) values (default)").update(key, "id");
		long id = key.getKeyAs(Long.class);
		reach.groups().forEach((group) -> add("insert into reach_group (reach_id, group_id) values (?, ?)", id, group));
		reach.organizations()
			.forEach((organization) -> add("insert into reach_organization (reach_id, organization_id) values (?, ?)",
					id, organization));
		return id;
	}

	/**
	 * What one is.
	 * @param id its number, or null without a limit
	 */
	public Reach of(Long id) {
		return (id == null) ? Reach.ALL : Reach.only(numbers("select group_id from reach_group where reach_id = ?", id),
				numbers("select organization_id from reach_organization where reach_id = ?", id));
	}

	private void add(String sql, long reach, long number) {
		this.jdbc.sql(sql).params(reach, number).update();
	}

	private Set<Long> numbers(String sql, long reach) {
		return new HashSet<>(this.jdbc.sql(sql).param(reach).query(Long.class).list());
	}

}
