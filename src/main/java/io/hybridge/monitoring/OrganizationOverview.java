package io.hybridge.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.status.OrganizationStatus;
import io.hybridge.run.status.StatusSettings;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.sight.Sight;
import io.hybridge.web.text.StoredMessage;

/**
 * Reads how all organizations stand from what the last looks left, in two statements for
 * a page: the counts, and the page itself by key.
 * <p>
 * It reads {@code step_status} and {@code organization} itself, although both belong to
 * other features: worst first over all organizations, page by page along the key, is one
 * ranking over both tables. Through their APIs every organization would have to be loaded
 * for each page. It only reads, and {@code OrganizationOverviewContract} holds it to both
 * databases.
 */
@Component
@Transactional(readOnly = true)
class OrganizationOverview {

	/**
	 * The leading step as {@link OrganizationStatus} finds it: what presses comes first,
	 * worst first; then the steps in the order they are taken. A contract holds both to
	 * the same result.
	 * <p>
	 * H2 gives the former answer of a query within a query within a query whatever its
	 * parameters are now, as long as nobody writes. So this innermost one has none: its
	 * two moments are written into it.
	 */
	private static final String STANDING = """
			with told as (
			  select organization_id, certificate_expires, checked_at, case step
			    when 'TENANT' then 0 when 'SERVERS' then 1 when 'OAUTH' then 2 else 3 end as place, case
			    when state = 'OUTAGE' then -1 when state = 'CONFLICT' then 0 when state = 'NEEDS_ATTENTION' then 1
			    when step = 'OAUTH' and state in ('IN_EFFECT', 'APPLIED') and certificate_expires < %s then 1
			    when state = 'UNSEEN' then 2 when state = 'UNKNOWN' then 3
			    when state in ('READY_TO_PLAN', 'APPLIED', 'IN_EFFECT') and checked_at < %s then 4
			    when state = 'PARKED' then 5 when state = 'RUNNING' then 6 when state = 'READY_TO_PLAN' then 7
			    when state = 'APPLIED' then 8 when state = 'CANNOT_START' then 9 when state = 'NOT_STARTED' then 10
			    when state = 'TAKEN_BACK' then 11 else 12 end as stands
			  from step_status),
			foremost as (
			  select organization_id, min(case when stands = 12 or stands = 4 and back = 1 then 9990
			    when stands <= 6 then stands * 10 + place else 1000 + place * 100 + stands end) as pressing
			  from (select told.*, max(case when stands = 11 then 1 else 0 end) over (partition by organization_id) as back
			    from told) each_step
			  group by organization_id),
			standing as (
			  select o.id, o.name, o.domain, o.typed_domain, o.environment, case
			    when l.organization_id is null then 10
			    when l.pressing = 9990 then 12
			    when l.pressing < 0 then 1
			    when l.pressing >= 1000 then mod(l.pressing, 100)
			    else (l.pressing - mod(l.pressing, 10)) / 10 end as standing
			  from organization o left join foremost l on l.organization_id = o.id
			  where o.archived_at is null and %s)
			""";

	/** Outside of {@code standing}, see there why. */
	private static final String FOUND = """
			(:found = '' or position(:found in lower(name)) > 0 or position(:found in domain) > 0
			  or position(:found in lower(typed_domain)) > 0)
			""";

	private static final String STEPS = """
			select p.id, p.name, p.typed_domain, p.environment, p.standing, s.step, s.state, s.reason, s.look_cause,
			  s.checked_at, s.certificate_expires, s.running_run_id
			from page p left join step_status s on s.organization_id = p.id
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final StatusSettings settings;

	private final Clock clock;

	OrganizationOverview(JdbcClient jdbc, JsonMapper json, StatusSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * How many organizations stand how.
	 * @param found part of the name or domain, or null for all
	 * @return only those that occur, worst first
	 */
	Map<OverallState, Long> counts(String found) {
		Map<OverallState, Long> counts = new EnumMap<>(OverallState.class);
		asking(found, standing() + "select standing, count(*) as organizations from standing where " + FOUND
				+ "group by standing")
			.query((row) -> {
				counts.put(OverallState.values()[row.getInt("standing")], row.getLong("organizations"));
			});
		return counts;
	}

	/** How many organizations are being checked or changed right now. */
	long beingWorkedOn() {
		return this.jdbc
			.sql("""
					select count(distinct organization_id) from step_status
					where running_run_id is not null and not running_parked and\s"""
					+ Sight.asking().among("organization_id"))
			.query(Long.class)
			.single();
	}

	/**
	 * The worst organizations.
	 * @param found part of the name or domain, or null for all
	 * @param only those that stand so, or null for all
	 * @param after the last one of the page before, or null
	 * @param size how many at most
	 * @return worst first, then by name
	 */
	List<OrganizationLine> worst(String found, OverallState only, After after, int size) {
		String page = standing() + ", page as (select * from standing where " + FOUND
				+ ((only != null) ? " and standing = :only" : "")
				+ ((after != null) ? " and (standing > :rank or (standing = :rank and " + byNameAfter() + "))" : "")
				+ " order by standing, name, id limit :size) " + STEPS + " order by p.standing, p.name, p.id";
		return read(page, found, only, after, size);
	}

	/**
	 * Organizations by name.
	 * @param found part of the name or domain, or null for all
	 * @param after the last one of the page before, or null
	 * @param size how many at most
	 * @return by name
	 */
	List<OrganizationLine> byName(String found, After after, int size) {
		String page = standing() + ", page as (select * from standing where " + FOUND
				+ ((after != null) ? " and " + byNameAfter() : "") + " order by name, id limit :size) " + STEPS
				+ " order by p.name, p.id";
		return read(page, found, null, after, size);
	}

	/**
	 * After one that the person may see, so that nobody learns how another's compares.
	 */
	private static String byNameAfter() {
		return "(name, id) > (select b.name, b.id from organization b where b.id = :id and "
				+ Sight.asking().among("b.id") + ")";
	}

	private List<OrganizationLine> read(String sql, String found, OverallState only, After after, int size) {
		JdbcClient.StatementSpec statement = asking(found, sql).param("size", size);
		if (only != null) {
			statement = statement.param("only", only.ordinal());
		}
		if (after != null) {
			statement = statement.param("rank", after.standing().ordinal()).param("id", after.id());
		}
		Map<Long, List<StepStatus>> steps = new LinkedHashMap<>();
		Map<Long, OrganizationLine> lines = new LinkedHashMap<>();
		Instant now = this.clock.instant();
		statement.query((row) -> {
			long id = row.getLong("id");
			List<StepStatus> kept = steps.computeIfAbsent(id, (organization) -> new ArrayList<>());
			if (row.getString("step") != null) {
				kept.add(step(row, id).at(now, this.settings));
			}
			lines.put(id, line(row, OrganizationStatus.of(new OrganizationId(id), kept)));
		});
		return List.copyOf(lines.values());
	}

	private JdbcClient.StatementSpec asking(String found, String sql) {
		return this.jdbc.sql(sql).param("found", (found != null) ? found.strip().toLowerCase(Locale.ROOT) : "");
	}

	private String standing() {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MINUTES);
		return STANDING.formatted(literal(this.settings.soonBefore(now)), literal(this.settings.oldBefore(now)),
				Sight.asking().among("o.id"));
	}

	private static String literal(Instant instant) {
		return "timestamp with time zone '" + instant + "'";
	}

	private static OrganizationLine line(ResultSet row, OrganizationStatus steps) throws SQLException {
		return new OrganizationLine(row.getLong("id"), row.getString("name"), row.getString("typed_domain"),
				row.getString("environment"), OverallState.values()[row.getInt("standing")], steps);
	}

	private StepStatus step(ResultSet row, long id) throws SQLException {
		return new StepStatus(new OrganizationId(id), StepName.valueOf(row.getString("step")),
				StepState.valueOf(row.getString("state")),
				this.json.readValue(row.getString("reason"), StoredMessage.class),
				Cause.valueOf(row.getString("look_cause")), instant(row, "checked_at"),
				instant(row, "certificate_expires"), null, null, row.getObject("running_run_id", Long.class));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * Where the next page begins.
	 *
	 * @param standing of the last organization shown
	 */
	record After(OverallState standing, long id) {

		static After of(String text) {
			if (text == null || !text.matches("[a-z-]{1,20}\\.[0-9]{1,18}")) {
				return null;
			}
			String[] parts = text.split("\\.");
			return OverallState.ofStatus(parts[0])
				.map((standing) -> new After(standing, Long.parseLong(parts[1])))
				.orElse(null);
		}

	}

}
