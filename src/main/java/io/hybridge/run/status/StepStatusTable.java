package io.hybridge.run.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunKind;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

/**
 * The small table of the steps: the facts, and beside them the state that follows, so
 * that the dashboard can rank all organizations in one statement.
 */
@Component
class StepStatusTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	StepStatusTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * What is known of an organization.
	 * @return always four, in the article's order
	 */
	List<StepFacts> facts(OrganizationId organization) {
		List<StepFacts> kept = this.jdbc.sql("select * from step_status where organization_id = :organization")
			.param("organization", organization.value())
			.query(this::read)
			.list();
		return Arrays.stream(StepName.values())
			.map((step) -> kept.stream()
				.filter((facts) -> facts.step() == step)
				.findFirst()
				.orElseGet(() -> StepFacts.none(organization, step)))
			.toList();
	}

	/**
	 * Takes the rows of an organization until the caller's transaction ends, always in
	 * one order, so that two who write of different steps never wait for each other.
	 */
	void hold(OrganizationId organization) {
		this.jdbc.sql("select step from step_status where organization_id = :organization order by step for update")
			.param("organization", organization.value())
			.query(String.class)
			.list();
	}

	void keep(StepFacts facts) {
		int updated = this.jdbc.sql("""
				update step_status set look = :look, look_reason = :reason, look_cause = :cause, checked_at = :checked,
				  certificate_expires = :expires, changed_at = :changed, changed_by = :by,
				  taken_back_run_id = :undo, taken_back_whole = :whole,
				  running_run_id = :run, running_kind = :kind, running_by = :asked, running_look = :next,
				  running_parked = :parked
				where organization_id = :organization and step = :step""").params(values(facts)).update();
		if (updated == 0) {
			this.jdbc
				.sql("""
						insert into step_status (organization_id, step, look, look_reason, look_cause, state, reason,
						  checked_at, certificate_expires, changed_at, changed_by, taken_back_run_id, taken_back_whole, running_run_id, running_kind, running_by, running_look, running_parked)
						values (:organization, :step, :look, :reason, :cause, :look, :reason, :checked, :expires, :changed,
						  :by, :undo, :whole, :run, :kind, :asked, :next, :parked)""")
				.params(values(facts))
				.update();
		}
	}

	/** Keeps what follows from the facts. */
	void judge(List<StepStatus> steps) {
		for (StepStatus step : steps) {
			int updated = this.jdbc.sql("""
					update step_status set state = :state, reason = :reason
					where organization_id = :organization and step = :step""")
				.param("state", step.state().name())
				.param("reason", this.json.writeValueAsString(step.reason()))
				.param("organization", step.organization().value())
				.param("step", step.step().name())
				.update();
			if (updated == 0) {
				keep(StepFacts.none(step.organization(), step.step()));
				judge(List.of(step));
			}
		}
	}

	private Map<String, Object> values(StepFacts facts) {
		StepFacts.Look look = facts.look();
		Map<String, Object> values = new HashMap<>();
		values.put("organization", facts.organization().value());
		values.put("step", facts.step().name());
		values.put("look", look.state().name());
		values.put("reason", this.json.writeValueAsString(look.reason()));
		values.put("cause", look.cause().name());
		values.put("checked", at(look.at()));
		values.put("expires", at(look.expires()));
		StepFacts.Changed changed = facts.changed();
		values.put("changed", (changed != null) ? at(changed.at()) : null);
		values.put("by", (changed != null) ? changed.by() : null);
		StepFacts.Undo undo = facts.undo();
		values.put("undo", (undo != null) ? undo.run() : null);
		values.put("whole", undo != null && undo.whole());
		StepFacts.Work work = facts.work();
		values.put("run", (work != null) ? work.run() : null);
		values.put("kind", (work != null) ? work.kind().name() : null);
		values.put("asked", (work != null) ? work.by() : null);
		values.put("next", (work != null) ? at(work.nextLook()) : null);
		values.put("parked", work != null && work.parked());
		return values;
	}

	private StepFacts read(ResultSet row, int number) throws SQLException {
		StepFacts.Look look = new StepFacts.Look(StepState.valueOf(row.getString("look")),
				this.json.readValue(row.getString("look_reason"), StoredMessage.class),
				Cause.valueOf(row.getString("look_cause")), instant(row, "checked_at"),
				instant(row, "certificate_expires"));
		return new StepFacts(new OrganizationId(row.getLong("organization_id")),
				StepName.valueOf(row.getString("step")), look, changed(row), work(row));
	}

	private static StepFacts.Changed changed(ResultSet row) throws SQLException {
		Instant at = instant(row, "changed_at");
		Long undo = row.getObject("taken_back_run_id", Long.class);
		return (at != null) ? new StepFacts.Changed(at, row.getString("changed_by"),
				(undo != null) ? new StepFacts.Undo(undo, row.getBoolean("taken_back_whole")) : null) : null;
	}

	private static StepFacts.Work work(ResultSet row) throws SQLException {
		Long run = row.getObject("running_run_id", Long.class);
		return (run != null) ? new StepFacts.Work(run, RunKind.valueOf(row.getString("running_kind")),
				row.getString("running_by"), instant(row, "running_look"), row.getBoolean("running_parked")) : null;
	}

	private static OffsetDateTime at(Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
