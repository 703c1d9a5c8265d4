package io.hybridge.run;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.audit.RequestAddress;
import io.hybridge.organization.Organizations;

/**
 * Who asks a run to stop after its current change. What was sent is still resolved; only
 * what was not sent is left.
 */
@Component
public class StopRequests {

	private final JdbcClient jdbc;

	private final StepRuns runs;

	private final Leases leases;

	private final Organizations organizations;

	private final AuditLog audit;

	StopRequests(JdbcClient jdbc, StepRuns runs, Leases leases, Organizations organizations, AuditLog audit) {
		this.jdbc = jdbc;
		this.runs = runs;
		this.leases = leases;
		this.organizations = organizations;
		this.audit = audit;
	}

	/**
	 * Asks once; a run that has ended or was asked before is left alone.
	 * @param id of the run
	 */
	@Transactional
	public void ask(long id, AuditActor person) {
		StepRun run = this.runs.require(id);
		this.leases.queueUp(run.organization());
		int asked = this.jdbc.sql("""
				update step_run set stop_asked = true
				where id = :id and ended_at is null and not stop_asked and kind in ('APPLY', 'UNDO')""")
			.param("id", id)
			.update();
		if (asked == 1) {
			this.audit.append(AuditEntry.of(AuditKind.RUN, AuditOutcome.ATTEMPTED, person)
				.about(run.organization().value(), this.organizations.require(run.organization()).name())
				.in(id)
				.from(RequestAddress.current())
				.with("step", run.step().name())
				.with("runKind", "stop"));
		}
	}

}
