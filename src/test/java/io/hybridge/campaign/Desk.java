package io.hybridge.campaign;

import java.util.List;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.enablement.Enablement;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.execution.ErrandExecutor;
import io.hybridge.run.plan.Plans;
import io.hybridge.step.StepName;
import io.hybridge.support.MutableClock;

/** The parts of the product that a campaign uses as the console itself does. */
record Desk(Enablement enablement, ErrandExecutor work, Plans plans, JdbcClient jdbc, MutableClock clock,
		Witnesses witnesses) {

	String state(long run) {
		return this.jdbc.sql("select state from step_run where id = ?").param(run).query(String.class).single();
	}

	/** How the newest run ended that changed something of a step; empty without one. */
	String newestChange(OrganizationId organization, StepName step) {
		return this.jdbc.sql("""
				select state from step_run where organization_id = ? and step = ? and kind in ('APPLY', 'UNDO')
				order by id desc limit 1""")
			.params(organization.value(), step.name())
			.query(String.class)
			.optional()
			.orElse("");
	}

	/** How a step stands for the dashboard, and whether anything works on it. */
	String standing(OrganizationId organization, StepName step) {
		return this.jdbc.sql("select state, running_run_id from step_status where organization_id = ? and step = ?")
			.params(organization.value(), step.name())
			.query((row, number) -> row.getString("state")
					+ ((row.getObject("running_run_id") != null) ? ", working" : ""))
			.single();
	}

	/** What a look found that is not as it should be. */
	List<String> seen(long run) {
		return this.jdbc.sql("select content from step_snapshot where run_id = ?")
			.param(run)
			.query(String.class)
			.list()
			.stream()
			.flatMap((content) -> Pattern.compile("\"code\":\"([A-Z0-9-]+)\"").matcher(content).results())
			.map((code) -> code.group(1))
			.filter((code) -> !code.endsWith("-MEETS"))
			.toList();
	}

}
