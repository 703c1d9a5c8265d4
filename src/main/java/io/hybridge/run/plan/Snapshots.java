package io.hybridge.run.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.StepRun;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Examination;

/** Keeps what every look saw. */
@Component
public class Snapshots {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Snapshots(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	public void keep(StepRun run, Inspection inspection) {
		this.jdbc.sql("""
				insert into step_snapshot (organization_id, step, run_id, taken_at, look, content)
				values (:organization, :step, :run, :taken, :look, :content)""")
			.param("organization", run.organization().value())
			.param("step", run.step().name())
			.param("run", run.id())
			.param("taken", inspection.seen().takenAt().atOffset(ZoneOffset.UTC))
			.param("look", inspection.from().look())
			.param("content", this.json.writeValueAsString(inspection.examination()))
			.update();
	}

	/**
	 * The newest snapshots of a step.
	 * @return newest first
	 */
	public List<Snapshot> newest(OrganizationId organization, StepName step, int limit) {
		return this.jdbc.sql("""
				select id, run_id, taken_at, content from step_snapshot
				where organization_id = :organization and step = :step order by id desc limit :limit""")
			.param("organization", organization.value())
			.param("step", step.name())
			.param("limit", limit)
			.query(this::snapshot)
			.list();
	}

	/** What a run saw. */
	public Optional<Snapshot> of(long run) {
		return this.jdbc.sql("select id, run_id, taken_at, content from step_snapshot where run_id = :run order by id")
			.param("run", run)
			.query(this::snapshot)
			.list()
			.stream()
			.findFirst();
	}

	public Optional<Snapshot> newest(OrganizationId organization, StepName step) {
		return newest(organization, step, 1).stream().findFirst();
	}

	private Snapshot snapshot(ResultSet row, int number) throws SQLException {
		return new Snapshot(row.getLong("id"), row.getLong("run_id"),
				row.getObject("taken_at", OffsetDateTime.class).toInstant(),
				this.json.readValue(row.getString("content"), Examination.class));
	}

}
