package io.hybridge.enablement;

import java.time.Duration;
import java.util.OptionalLong;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;

/**
 * One run at a time may change an organization. A lease carries a fencing token that
 * grows with every holder, so that a holder who overslept can write nothing any more.
 * Only the database's clock counts.
 */
@Component
class Leases {

	static final Duration LIFE = Duration.ofSeconds(90);

	private final JdbcClient jdbc;

	Leases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void open(Organization.Registered registered) {
		this.jdbc.sql("""
				insert into organization_lease (organization_id, token, run_id, expires_at)
				values (:organization, 0, null, current_timestamp)""")
			.param("organization", registered.organization().value())
			.update();
	}

	/**
	 * Takes the lease for a run, or takes it again.
	 * @param organization whose
	 * @param run who
	 * @return the fencing token, or empty while another run holds the lease
	 */
	@Transactional
	public OptionalLong take(OrganizationId organization, long run) {
		int taken = this.jdbc.sql("update organization_lease set token = token + 1, run_id = :run, expires_at = "
				+ inLife()
				+ " where organization_id = :organization and (run_id is null or run_id = :run or expires_at < current_timestamp)")
			.param("organization", organization.value())
			.param("run", run)
			.update();
		return (taken == 1) ? OptionalLong.of(token(organization)) : OptionalLong.empty();
	}

	/**
	 * Proves, in the caller's transaction, that the lease is still ours, and prolongs it.
	 * @param organization whose
	 * @param token ours
	 * @throws LostLease when somebody else took it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void prove(OrganizationId organization, long token) {
		int ours = this.jdbc
			.sql("update organization_lease set expires_at = " + inLife()
					+ " where organization_id = :organization and token = :token")
			.param("organization", organization.value())
			.param("token", token)
			.update();
		if (ours == 0) {
			throw new LostLease(organization);
		}
	}

	@Transactional
	public void release(OrganizationId organization, long token) {
		this.jdbc.sql("""
				update organization_lease set run_id = null, expires_at = current_timestamp
				where organization_id = :organization and token = :token""")
			.param("organization", organization.value())
			.param("token", token)
			.update();
	}

	private long token(OrganizationId organization) {
		return this.jdbc.sql("select token from organization_lease where organization_id = :organization")
			.param("organization", organization.value())
			.query(Long.class)
			.single();
	}

	private static String inLife() {
		return "current_timestamp + interval '" + LIFE.toSeconds() + "' second";
	}

	/** Somebody else holds the organization now; whatever we still do is void. */
	static class LostLease extends RuntimeException {

		LostLease(OrganizationId organization) {
			super("The lease on organization " + organization + " is lost");
		}

	}

}
