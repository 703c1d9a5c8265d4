package io.hybridge.organization.group;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.organization.DomainName;
import io.hybridge.security.reach.Reach;
import io.hybridge.security.reach.ReachNames;

/**
 * Names an organization by its domain, and one of the lab that has the domain of a real
 * one with a word before it.
 */
@Component
class TypedNames implements ReachNames {

	private static final String LAB = "lab:";

	private static final String DOMAIN = """
			case when o.environment = 'LAB' and exists (select 1 from organization r
			  where r.domain = o.domain and r.environment = 'LIVE') then concat('lab:', o.domain) else o.domain end""";

	private final JdbcClient jdbc;

	TypedNames(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Named> find(String line) {
		return group(line).map((id) -> new Named(true, id))
			.or(() -> organization(line).map((id) -> new Named(false, id)));
	}

	@Override
	public List<String> groups() {
		return this.jdbc.sql("select name from organization_group order by name").query(String.class).list();
	}

	@Override
	public List<String> lines(Reach reach) {
		return Stream.concat(
				reach.groups().isEmpty() ? Stream.of()
						: this.jdbc.sql("select name from organization_group where id in (:ids) order by name")
							.param("ids", reach.groups())
							.query(String.class)
							.list()
							.stream(),
				reach.organizations().isEmpty() ? Stream.of()
						: this.jdbc
							.sql("select " + DOMAIN + " as domain from organization o where o.id in (:ids) order by 1")
							.param("ids", reach.organizations())
							.query(String.class)
							.list()
							.stream())
			.toList();
	}

	/** The domains of a group. */
	List<String> members(long group) {
		return this.jdbc
			.sql("select " + DOMAIN + " as domain from organization o join organization_group_member m"
					+ " on m.organization_id = o.id where m.group_id = ? order by 1")
			.param(group)
			.query(String.class)
			.list();
	}

	/** The real one where a domain is that of two. */
	Optional<Long> organization(String line) {
		boolean lab = line.toLowerCase(Locale.ROOT).startsWith(LAB);
		String typed = lab ? line.substring(LAB.length()).strip() : line;
		return DomainName.read(typed)
			.flatMap((domain) -> this.jdbc.sql("""
					select id from organization where domain = :domain and (environment = 'LAB' or not :lab)
					order by case environment when 'LIVE' then 0 else 1 end limit 1""")
				.param("domain", domain.value())
				.param("lab", lab)
				.query(Long.class)
				.optional());
	}

	private Optional<Long> group(String line) {
		return this.jdbc.sql("select id from organization_group where lower(name) = :name")
			.param("name", line.toLowerCase(Locale.ROOT))
			.query(Long.class)
			.list()
			.stream()
			.findFirst();
	}

}
