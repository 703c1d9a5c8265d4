package io.hybridge.run;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.OrganizationId;

/**
 * Tells what runs did at an organization, and forgets what they saw where that no longer
 * speaks of it. A run that changes something counts once anything was sent.
 */
@Component
class RunHistory implements OrganizationHistory {

	/** Whoever refers to another comes before it. */
	private static final List<String> KEPT = List.of("device_test where organization_id = :organization",
			"server_probe where run_id in (select id from step_run where organization_id = :organization)",
			"step_change_timeline where change_id in (select c.id from step_change c join step_run r on r.id = c.run_id"
					+ " where r.organization_id = :organization)",
			"step_change where run_id in (select id from step_run where organization_id = :organization)",
			"step_plan where organization_id = :organization", "step_snapshot where organization_id = :organization",
			"step_status where organization_id = :organization", "expiry where organization_id = :organization",
			"organization_lease where organization_id = :organization",
			"step_run where organization_id = :organization");

	private final JdbcClient jdbc;

	private final Leases leases;

	RunHistory(JdbcClient jdbc, Leases leases) {
		this.jdbc = jdbc;
		this.leases = leases;
	}

	@Override
	public Use of(OrganizationId organization) {
		return this.jdbc.sql("""
				select count(case when r.ended_at is null then 1 end) as working, count(case when
				    exists (select 1 from step_change c where c.run_id = r.id and c.intent_at is not null)
				    or exists (select 1 from server_probe p where p.run_id = r.id and p.intent_at is not null)
				  then 1 end) as applied, count(*) as runs
				from step_run r where r.organization_id = :organization""")
			.param("organization", organization.value())
			.query((row, number) -> new Use(row.getInt("working") > 0, row.getInt("applied") > 0, row.getInt("runs")))
			.single();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public Use held(OrganizationId organization) {
		this.leases.queueUp(organization);
		return of(organization);
	}

	/** The runs stay; what they saw is not what stands under the new domain. */
	@EventListener
	void moved(Organization.Moved moved) {
		delete("step_snapshot where organization_id = :organization", moved.organization());
		delete("step_status where organization_id = :organization", moved.organization());
		delete("expiry where organization_id = :organization", moved.organization());
	}

	@EventListener
	void removed(Organization.Removed removed) {
		KEPT.forEach((rows) -> delete(rows, removed.organization()));
	}

	private void delete(String rows, OrganizationId organization) {
		this.jdbc.sql("delete from " + rows).param("organization", organization.value()).update();
	}

}
