package io.hybridge.enablement.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.step.StepName;
import io.hybridge.web.sight.Sight;

/** The list of runs, newest first, page by page along the key. */
@Component
class RunList {

	static final int PAGE = 50;

	static final int MANY = 1000;

	private final JdbcClient jdbc;

	RunList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One page.
	 * @param filter which runs
	 * @param before number of the run after which to go on, or null for the newest
	 * @param zone of the days that the filter names
	 * @return at most a page
	 */
	List<RunLine> before(RunFilter filter, Long before, ZoneId zone) {
		return select(
				"select r.id, o.id as organization_id, o.title, r.step, r.kind, r.state, r.actor_name,"
						+ " r.requested_at, " + RunFilter.OVERTAKEN + " as overtaken"
						+ " from step_run r join organization_title o on o.id = r.organization_id where r.id < :before",
				filter.conditions(zone), " order by r.id desc limit :limit")
			.param("before", (before != null) ? before : Long.MAX_VALUE)
			.param("limit", PAGE)
			.query((row, number) -> new RunLine(row.getLong("id"), row.getLong("organization_id"),
					row.getString("title"), StepName.valueOf(row.getString("step")),
					RunKind.valueOf(row.getString("kind")), RunState.valueOf(row.getString("state")),
					row.getString("actor_name"), row.getObject("requested_at", OffsetDateTime.class).toInstant(),
					row.getBoolean("overtaken")))
			.list();
	}

	/**
	 * How many there are, as far as a person wants to know. Looks from the newest on,
	 * where hardly any is overtaken.
	 * @return at most one more than {@link #MANY}
	 */
	int count(RunFilter filter, ZoneId zone) {
		return select("select count(*) from (select 1 from step_run r where 0 = 0", filter.conditions(zone),
				" order by r.id desc limit :limit) found")
			.param("limit", MANY + 1)
			.query(Integer.class)
			.single();
	}

	private JdbcClient.StatementSpec select(String begin, Map<String, Map<String, ?>> conditions, String end) {
		String where = conditions.keySet()
			.stream()
			.map((condition) -> " and " + condition)
			.collect(Collectors.joining());
		String seen = " and " + Sight.asking().among("r.organization_id");
		JdbcClient.StatementSpec statement = this.jdbc.sql(begin + where + seen + end);
		for (Map<String, ?> parameters : conditions.values()) {
			statement = statement.params(parameters);
		}
		return statement;
	}

	/**
	 * One line.
	 *
	 * @param id of the run
	 * @param organization its number
	 * @param organizationName its name
	 * @param kind what it is for
	 * @param state how it stands
	 * @param requestedAt when
	 * @param overtaken whether a newer run of the step has ended since
	 */
	record RunLine(long id, long organization, String organizationName, StepName step, RunKind kind, RunState state,
			String by, Instant requestedAt, boolean overtaken) {

		/** Key of the status word. */
		public String status() {
			return this.overtaken ? this.state.pastSlug() : this.state.slug();
		}

		public String kindKey() {
			return "runs.kind." + this.kind.slug();
		}

		public String stepKey() {
			return "step." + this.step.slug() + ".name";
		}

	}

}
