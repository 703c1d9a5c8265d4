package io.hybridge.run.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

/**
 * The small table that tells how every step stands, kept by the runs, read by the
 * dashboard. Reading it touches no remote system.
 */
@Component
public class StepStatuses {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	StepStatuses(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The four steps of an organization, as they are shown.
	 * @return always four, in the article's order
	 */
	public List<StepStatus> of(OrganizationId organization) {
		return StepPrerequisites.shown(kept(organization));
	}

	/**
	 * The four steps as they are kept, each for itself.
	 * @return always four, in the article's order
	 */
	List<StepStatus> kept(OrganizationId organization) {
		List<StepStatus> kept = of(List.of(organization));
		List<StepStatus> all = new ArrayList<>();
		for (StepName step : StepName.values()) {
			all.add(kept.stream()
				.filter((status) -> status.step() == step)
				.findFirst()
				.orElseGet(() -> neverLooked(organization, step)));
		}
		return all;
	}

	/**
	 * The steps of many organizations in one statement.
	 * @param organizations whose
	 * @return those that were ever looked at
	 */
	public List<StepStatus> of(Collection<OrganizationId> organizations) {
		if (organizations.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("select * from step_status where organization_id in (:ids)")
			.param("ids", organizations.stream().map(OrganizationId::value).toList())
			.query(this::read)
			.list();
	}

	/**
	 * Keeps how a step stands now, in the caller's transaction.
	 * @param status what to keep; an unset change keeps the former one
	 */
	void keep(StepStatus status) {
		int updated = this.jdbc.sql("""
				update step_status set state = :state, reason = :reason, checked_at = :checked,
				  certificate_expires = :expires,
				  changed_at = coalesce(:changed, changed_at), changed_by = coalesce(:by, changed_by),
				  running_run_id = :run
				where organization_id = :organization and step = :step""").params(values(status)).update();
		if (updated == 0) {
			this.jdbc.sql("""
					insert into step_status (organization_id, step, state, reason, checked_at, certificate_expires,
					  changed_at, changed_by, running_run_id)
					values (:organization, :step, :state, :reason, :checked, :expires, :changed, :by, :run)""")
				.params(values(status))
				.update();
		}
	}

	private java.util.Map<String, Object> values(StepStatus status) {
		java.util.Map<String, Object> values = new java.util.HashMap<>();
		values.put("organization", status.organization().value());
		values.put("step", status.step().name());
		values.put("state", status.state().name());
		values.put("reason", this.json.writeValueAsString(status.reason()));
		values.put("checked", at(status.checkedAt()));
		values.put("expires", at(status.certificateExpires()));
		values.put("changed", at(status.changedAt()));
		values.put("by", status.changedBy());
		values.put("run", status.runningRun());
		return values;
	}

	private StepStatus read(ResultSet row, int number) throws SQLException {
		return new StepStatus(new OrganizationId(row.getLong("organization_id")),
				StepName.valueOf(row.getString("step")), StepState.valueOf(row.getString("state")),
				this.json.readValue(row.getString("reason"), StoredMessage.class), instant(row, "checked_at"),
				instant(row, "certificate_expires"), instant(row, "changed_at"), row.getString("changed_by"),
				row.getObject("running_run_id", Long.class));
	}

	private static StepStatus neverLooked(OrganizationId organization, StepName step) {
		return new StepStatus(organization, step, StepState.NOT_STARTED, StoredMessage.of("step.never-looked"), null,
				null, null, null, null);
	}

	private static OffsetDateTime at(Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
