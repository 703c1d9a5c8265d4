package io.hybridge.run;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;

/** How far a check of all four steps of an organization has come. */
@Component
public class CheckSequences {

	private final JdbcClient jdbc;

	CheckSequences(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The check of all steps that is under way.
	 * @return the runs it has begun so far, in the order of the steps; empty when none is
	 * under way
	 */
	public List<Begun> current(OrganizationId organization) {
		return this.jdbc.sql("""
				select r.id, r.step, r.state from step_run r where r.organization_id = :organization
				and r.sequence_id = (select max(u.sequence_id) from step_run u
				  where u.organization_id = :organization and u.state in ('QUEUED', 'RUNNING', 'UNKNOWN', 'PARKED'))
				order by r.id""")
			.param("organization", organization.value())
			.query((row, number) -> new Begun(row.getLong("id"), StepName.valueOf(row.getString("step")),
					RunState.valueOf(row.getString("state"))))
			.list();
	}

	/**
	 * One run of it.
	 *
	 * @param run its number
	 * @param step that it looks at
	 * @param state how it stands
	 */
	public record Begun(long run, StepName step, RunState state) {
	}

}
