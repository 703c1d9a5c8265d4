package io.hybridge.organization.sight;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.web.sight.Belongings;
import io.hybridge.web.sight.Sight;

/** Organizations as far as the person who asks may see them. */
@Component
public class VisibleOrganizations implements Belongings {

	private final JdbcClient jdbc;

	private final Organizations organizations;

	VisibleOrganizations(JdbcClient jdbc, Organizations organizations) {
		this.jdbc = jdbc;
		this.organizations = organizations;
	}

	@Override
	public String address() {
		return "/organizations/{id}";
	}

	@Override
	public boolean shows(long number) {
		return this.organizations.shows(new OrganizationId(number));
	}

	/** How many are archived. */
	public long archived() {
		return this.jdbc.sql("select count(*) from organization where archived_at is not null and " + seen("id"))
			.query(Long.class)
			.single();
	}

	/**
	 * Those that are archived, by name.
	 * @param after the last one of the page before, or 0
	 * @param limit how many at most
	 */
	public List<Organization> archived(long after, int limit) {
		return this.jdbc
			.sql("""
					select o.id from organization o where o.archived_at is not null and %s
					and (:after = 0 or (o.name, o.id) > (select a.name, a.id from organization a where a.id = :after and %s))
					order by o.name, o.id limit :limit"""
				.formatted(seen("o.id"), seen("a.id")))
			.param("after", after)
			.param("limit", limit)
			.query(Long.class)
			.list()
			.stream()
			.map((id) -> this.organizations.require(new OrganizationId(id)))
			.toList();
	}

	private static String seen(String column) {
		return Sight.asking().among(column);
	}

}
