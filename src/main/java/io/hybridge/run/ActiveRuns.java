package io.hybridge.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.step.StepName;
import io.hybridge.web.LayoutModel.RunningWork;
import io.hybridge.web.sight.Sight;

/** What is being worked on right now, for the dashboard and the navigation. */
@Component
public class ActiveRuns implements RunningWork {

	private final JdbcClient jdbc;

	ActiveRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Runs that have not ended, in one statement.
	 * @param limit how many at most
	 * @return the newest first
	 */
	public List<UnderWay> newest(int limit) {
		return this.jdbc
			.sql("""
					select r.id, o.title, r.step, r.kind, r.state, r.actor_name, r.requested_at,
					  (select count(*) from step_change c where c.run_id = r.id) as changes,
					  (select count(*) from step_change c
					    where c.run_id = r.id and c.state in ('DONE', 'ALREADY_SO')) as done
					from step_run r join organization_title o on o.id = r.organization_id
					where r.state in ('QUEUED', 'RUNNING', 'UNKNOWN', 'PARKED') and %s order by r.id desc limit :limit"""
				.formatted(Sight.asking().among("r.organization_id")))
			.param("limit", limit)
			.query((row, number) -> new UnderWay(row.getLong("id"), row.getString("title"),
					StepName.valueOf(row.getString("step")), RunKind.valueOf(row.getString("kind")),
					RunState.valueOf(row.getString("state")), row.getString("actor_name"),
					row.getObject("requested_at", OffsetDateTime.class).toInstant(), row.getInt("done"),
					row.getInt("changes")))
			.list();
	}

	/** Without those that wait for a person: nothing of them runs. */
	@Override
	public long count() {
		return this.jdbc
			.sql("select count(*) from step_run where state in ('QUEUED', 'RUNNING', 'UNKNOWN') and "
					+ Sight.asking().among("organization_id"))
			.query(Long.class)
			.single();
	}

	/**
	 * One run that has not ended.
	 *
	 * @param id of the run
	 * @param organization its name
	 * @param kind what it is for
	 * @param state how it stands
	 * @param since when
	 * @param done how many changes are read back
	 * @param changes how many there are, 0 for a check or a probe
	 */
	public record UnderWay(long id, String organization, StepName step, RunKind kind, RunState state, String by,
			Instant since, int done, int changes) {

		/** Whether it rests until a person brings what it waits for. */
		public boolean parked() {
			return this.state == RunState.PARKED;
		}

		/**
		 * The change it is at.
		 * @return its number, counted from 1
		 */
		public int current() {
			return Math.min(this.done + 1, this.changes);
		}

	}

}
