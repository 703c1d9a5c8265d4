package io.hybridge.run.probe;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.step.StepName;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the row of a probe refuses, whatever the database. */
abstract class ServerProbesContract {

	private static final Instant NOW = MutableClock.START;

	@Autowired
	ServerProbes probes;

	@Autowired
	StepRuns runs;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@Test
	void refusesTheLaterOfTwoUpdatesOfOneProbe() {
		OrganizationId fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		long run = this.runs
			.save(new StepRun(fabrikam, StepName.PUSH_PROXY, RunKind.VERIFY, AuditActor.person(7, "Petra Kern", null),
					NOW))
			.id();
		long id = this.probes.save(new ServerProbe(run, 0, "ex1.fabrikam.com", 0)).journaled().id();
		assertThatExceptionOfType(ObjectOptimisticLockingFailureException.class).isThrownBy(() -> inTransaction(() -> {
			ServerProbe stale = this.probes.findById(id).orElseThrow();
			inTransaction(() -> this.probes.findById(id).orElseThrow().restarted(NOW, Duration.ofMinutes(2)));
			stale.unknown("connection reset");
		}));
		assertThat(this.probes.findById(id).orElseThrow().journaled().state()).isEqualTo(ProbeState.COUNTING_DOWN);
	}

	private void inTransaction(Runnable work) {
		TransactionTemplate template = new TransactionTemplate(this.transactions);
		template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		template.executeWithoutResult((status) -> work.run());
	}

}
