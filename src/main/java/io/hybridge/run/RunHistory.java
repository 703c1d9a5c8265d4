package io.hybridge.run;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.UnknownOrganization;

/**
 * Tells what runs did at an organization, and forgets what they saw where that no longer
 * speaks of it. A run that changes something counts once anything was sent.
 */
@Component
class RunHistory implements OrganizationHistory {

	/** What was seen under the domain, and over the connection, that it had then. */
	private static final List<String> SEEN = List.of("step_snapshot", "step_status", "expiry", "missed_certificate",
			"device_test", "unreached_server");

	/** What its runs left behind. Whoever refers to another comes before it. */
	private static final List<String> OF_RUNS = List.of(
			"server_probe where run_id in (select id from step_run where organization_id = :organization)",
			"step_change_timeline where change_id in (select c.id from step_change c join step_run r on r.id = c.run_id"
					+ " where r.organization_id = :organization)",
			"step_change where run_id in (select id from step_run where organization_id = :organization)");

	private static final List<String> OWN = List.of("step_plan", "seen_server", "built_state", "organization_lease",
			"step_run");

	private final JdbcClient jdbc;

	private final Leases leases;

	private final BuiltStates built;

	RunHistory(JdbcClient jdbc, Leases leases, BuiltStates built) {
		this.jdbc = jdbc;
		this.leases = leases;
		this.built = built;
	}

	@Override
	public Use of(OrganizationId organization) {
		return this.jdbc.sql("""
				select count(case when r.ended_at is null then 1 end) as working,
				  count(case when r.ended_at is null and exists (
				    select 1 from organization_lease l where l.run_id = r.id) then 1 end) as changing, count(case when
				    exists (select 1 from step_change c where c.run_id = r.id and c.intent_at is not null)
				    or exists (select 1 from server_probe p where p.run_id = r.id and p.intent_at is not null)
				  then 1 end) as applied, count(case when
				    exists (select 1 from step_change c where c.run_id = r.id and c.intent_at is not null)
				  then 1 end) as changed, count(case when r.kind = 'APPLY'
				    and exists (select 1 from step_change c where c.run_id = r.id and c.intent_at is not null)
				    and not exists (select 1 from step_status s where s.organization_id = r.organization_id
				      and s.step = r.step and s.taken_back_whole)
				  then 1 end) as kept, count(*) as runs
				from step_run r where r.organization_id = :organization""")
			.param("organization", organization.value())
			.query((row, number) -> new Use(row.getInt("working") > 0, row.getInt("changing") > 0,
					row.getInt("applied") > 0, row.getInt("changed") > 0,
					row.getInt("changed") > 0 && row.getInt("kept") == 0, row.getInt("runs")))
			.single();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = UnknownOrganization.class)
	public Use held(OrganizationId organization) {
		this.leases.queueUp(organization);
		return of(organization);
	}

	/** The runs stay; what they saw is not what stands under the new domain. */
	@EventListener
	void moved(Organization.Moved moved) {
		SEEN.forEach((table) -> deleteOwn(table, moved.organization()));
	}

	/** What was seen and proved over another connection may have been another world. */
	@EventListener
	void reachedElsewhere(ServerLinks.LeadElsewhere elsewhere) {
		this.built.reachedElsewhere(elsewhere.organization());
		SEEN.forEach((table) -> deleteOwn(table, elsewhere.organization()));
	}

	@EventListener
	void removed(Organization.Removed removed) {
		SEEN.forEach((table) -> deleteOwn(table, removed.organization()));
		OF_RUNS.forEach((rows) -> delete(rows, removed.organization()));
		OWN.forEach((table) -> deleteOwn(table, removed.organization()));
	}

	private void deleteOwn(String table, OrganizationId organization) {
		delete(table + " where organization_id = :organization", organization);
	}

	private void delete(String rows, OrganizationId organization) {
		this.jdbc.sql("delete from " + rows).param("organization", organization.value()).update();
	}

}
