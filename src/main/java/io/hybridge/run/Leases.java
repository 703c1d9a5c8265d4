package io.hybridge.run;

import java.util.OptionalLong;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.UnknownOrganization;

/**
 * One run at a time may change an organization, and it holds it until it has ended,
 * however long it pauses: what it has sent may still be under way. A lease carries a
 * fencing token that grows with every holder, so that a holder who overslept can write
 * nothing any more. No clock decides anything here.
 */
@Component
public class Leases {

	private final JdbcClient jdbc;

	Leases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void open(Organization.Registered registered) {
		this.jdbc.sql("insert into organization_lease (organization_id, token, run_id) values (:organization, 0, null)")
			.param("organization", registered.organization().value())
			.update();
	}

	/**
	 * Makes everybody else who wants to begin something wait, until the caller's
	 * transaction ends.
	 * @throws UnknownOrganization answered with 404; who catches it may still commit,
	 * because nothing was written here
	 */
	@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = UnknownOrganization.class)
	public void queueUp(OrganizationId organization) {
		this.jdbc.sql("select token from organization_lease where organization_id = :organization for update")
			.param("organization", organization.value())
			.query(Long.class)
			.optional()
			.orElseThrow(() -> new UnknownOrganization(organization));
	}

	/**
	 * Takes the lease for a run, or takes it again after a pause or a crash.
	 * @param run who
	 * @return the fencing token, or empty while another run that has not ended holds it
	 */
	@Transactional
	public OptionalLong take(OrganizationId organization, long run) {
		int taken = this.jdbc.sql("""
				update organization_lease set token = token + 1, run_id = :run
				where organization_id = :organization and (run_id is null or run_id = :run or exists (
				  select 1 from step_run r where r.id = organization_lease.run_id and r.ended_at is not null))""")
			.param("organization", organization.value())
			.param("run", run)
			.update();
		return (taken == 1) ? OptionalLong.of(token(organization)) : OptionalLong.empty();
	}

	/**
	 * Proves, in the caller's transaction, that the lease is still ours, and keeps it
	 * ours until that transaction ends.
	 * @param token ours
	 * @throws LostLease when somebody else took it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void prove(OrganizationId organization, long token) {
		int ours = this.jdbc.sql("""
				update organization_lease set token = token
				where organization_id = :organization and token = :token""")
			.param("organization", organization.value())
			.param("token", token)
			.update();
		if (ours == 0) {
			throw new LostLease(organization);
		}
	}

	/**
	 * Looks whether the lease is still ours, without keeping it so.
	 * @param token ours
	 * @throws LostLease when somebody else took it
	 */
	public void require(OrganizationId organization, long token) {
		if (token(organization) != token) {
			throw new LostLease(organization);
		}
	}

	private long token(OrganizationId organization) {
		return this.jdbc.sql("select token from organization_lease where organization_id = :organization")
			.param("organization", organization.value())
			.query(Long.class)
			.single();
	}

	/** Somebody else holds the organization now; whatever we still do is void. */
	public static class LostLease extends RuntimeException {

		LostLease(OrganizationId organization) {
			super("The lease on organization " + organization + " is lost");
		}

	}

}
