package io.hybridge.run.status;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.status.Expiry.Kind;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.sight.Sight;

/**
 * What expires when, over all organizations, kept by every look from what it saw: a side
 * that did not answer changes nothing of what was seen of it before.
 */
@Component
public class Expiries {

	private final JdbcClient jdbc;

	Expiries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps what a look saw, in the caller's transaction.
	 * @param world what was seen
	 */
	public void keep(OrganizationId organization, Observation world) {
		world.exchange().seen().ifPresent((exchange) -> {
			replace(organization, EnumSet.complementOf(EnumSet.of(Kind.TENANT_KEY)),
					ObservedExpiries.onPremises(exchange));
			world.tenant()
				.seen()
				.ifPresent((tenant) -> replace(organization, EnumSet.of(Kind.TENANT_KEY),
						ObservedExpiries.key(exchange, tenant, world).stream().toList()));
		});
	}

	/**
	 * One page, the earliest first.
	 * @param after the last one of the page before, or null
	 * @param limit how many at most
	 */
	public List<Dated> after(Place after, int limit) {
		return this.jdbc.sql("""
				select e.id, e.organization_id, t.title, e.kind, e.name, e.ends_at from expiry e
				join organization o on o.id = e.organization_id join organization_title t on t.id = o.id
				where o.archived_at is null and %s and (e.ends_at > :at or (e.ends_at = :at and e.id > :id))
				order by e.ends_at, e.id limit :limit""".formatted(Sight.asking().among("o.id")))
			.param("at", ((after != null) ? after.at() : Instant.EPOCH).atOffset(ZoneOffset.UTC))
			.param("id", (after != null) ? after.id() : 0)
			.param("limit", limit)
			.query((row, number) -> new Dated(row.getLong("id"), row.getLong("organization_id"), row.getString("title"),
					new Expiry(Kind.valueOf(row.getString("kind")), row.getString("name"),
							row.getObject("ends_at", OffsetDateTime.class).toInstant())))
			.list();
	}

	private void replace(OrganizationId organization, Set<Kind> kinds, List<Expiry> seen) {
		this.jdbc.sql("delete from expiry where organization_id = :organization and kind in (:kinds)")
			.param("organization", organization.value())
			.param("kinds", kinds.stream().map(Enum::name).toList())
			.update();
		seen.forEach((expiry) -> this.jdbc.sql("""
				insert into expiry (organization_id, kind, name, ends_at) values (:organization, :kind, :name, :at)""")
			.param("organization", organization.value())
			.param("kind", expiry.kind().name())
			.param("name", expiry.name())
			.param("at", expiry.at().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
			.update());
	}

	/**
	 * One line of the page.
	 *
	 * @param id by which the page goes on
	 * @param organization its number
	 * @param title its name, told apart from others
	 * @param expiry what ends
	 */
	public record Dated(long id, long organization, String title, Expiry expiry) {
	}

	/**
	 * Where a page goes on.
	 *
	 * @param at end of the last one shown
	 * @param id of it
	 */
	public record Place(Instant at, long id) {
	}

}
