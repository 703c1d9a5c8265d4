package io.hybridge.run.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import io.hybridge.audit.AuditKind;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases.LostLease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the journal of probes promises, whatever the database. */
abstract class ProbeJournalContract extends ProbeDatabase {

	private static final Instant STARTED = Instant.parse("2026-11-20T04:00:00Z");

	private static final RemoteFailure REFUSED = RemoteFailure.withoutEffect("EX1", "winrm.access-denied", "401");

	private LeasedRun leased;

	private long id;

	@BeforeEach
	void begin() {
		this.leased = verify();
		this.id = open(this.leased).getFirst().id();
	}

	@Test
	void waitsForEveryServerInItsOrder() {
		assertThat(this.journal.of(this.leased.run().id())).extracting(JournaledProbe::server)
			.containsExactlyElementsOf(SERVERS);
		assertThat(this.journal.of(this.leased.run().id())).extracting(JournaledProbe::state)
			.containsOnly(ProbeState.WAITING);
		assertThat(probe().restart()).isEqualTo(new JournaledProbe.Restart(0, null, null, null, null));
		assertThat(recorded()).isEmpty();
	}

	@Test
	void recordsTheIntentTogetherWithTheRecord() {
		JournaledProbe intended = this.journal.intend(this.leased, this.id, STARTED);
		assertThat(probe()).isEqualTo(intended);
		assertThat(intended.state()).isEqualTo(ProbeState.RESTARTING);
		assertThat(intended.restart()).isEqualTo(new JournaledProbe.Restart(1, NOW, STARTED, null, null));
		assertThat(recorded()).containsExactly("HEALTH_MANAGER_RESTART ATTEMPTED ex1.fabrikam.com");
	}

	@Test
	void countsEveryAttemptAndKnowsTheNewest() {
		this.journal.intend(this.leased, this.id, STARTED);
		this.clock.advance(Duration.ofMinutes(2));
		this.journal.intend(this.leased, this.id, null);
		assertThat(probe().restart())
			.isEqualTo(new JournaledProbe.Restart(2, NOW.plus(Duration.ofMinutes(2)), null, null, null));
		assertThat(recorded()).as("each attempt ends")
			.containsExactly("HEALTH_MANAGER_RESTART ATTEMPTED ex1.fabrikam.com",
					"HEALTH_MANAGER_RESTART NOT_DONE ex1.fabrikam.com",
					"HEALTH_MANAGER_RESTART ATTEMPTED ex1.fabrikam.com");
	}

	@Test
	void knowsNothingAfterALostAnswer() {
		this.journal.intend(this.leased, this.id, STARTED);
		this.journal.unknown(this.leased, this.id, "connection reset");
		assertThat(probe().state()).isEqualTo(ProbeState.UNKNOWN);
		assertThat(probe().restart().attempts()).isEqualTo(1);
		assertThat(probe().restart().dueAt()).isNull();
		assertThat(probe().outcome().evidence()).isEqualTo("connection reset");
		assertThat(recorded()).last().isEqualTo("HEALTH_MANAGER_RESTART UNKNOWN ex1.fabrikam.com");
	}

	@Test
	void startsTheWaitOnceTheRestartIsKnown() {
		this.journal.intend(this.leased, this.id, STARTED);
		this.clock.advance(Duration.ofSeconds(5));
		this.journal.restarted(this.leased, this.id, "started again");
		assertThat(probe().state()).isEqualTo(ProbeState.COUNTING_DOWN);
		assertThat(probe().restart().at()).isEqualTo(NOW.plusSeconds(5));
		assertThat(probe().restart().dueAt()).isEqualTo(NOW.plusSeconds(5).plus(WAIT));
		assertThat(recorded()).last().isEqualTo("HEALTH_MANAGER_RESTART DONE ex1.fabrikam.com");
	}

	@Test
	void keepsTheResultWordForWord() {
		this.journal.probed(this.leased, this.id, result("Failed", "AADSTS700027", "InvalidOperation"));
		assertThat(probe().state()).isEqualTo(ProbeState.PROBED);
		assertThat(probe().outcome()).isEqualTo(
				new JournaledProbe.Outcome(NOW, "Failed", "AADSTS700027", "InvalidOperation", "ResultType : Failed"));
		assertThat(recorded()).last().isEqualTo("PROBE NEEDS_ATTENTION ex1.fabrikam.com");
	}

	@Test
	void recordsAProbeThatSucceeded() {
		this.journal.probed(this.leased, this.id, result("Succeeded", "", ""));
		assertThat(probe().outcome().succeeded()).isTrue();
		assertThat(recorded()).last().isEqualTo("PROBE DONE ex1.fabrikam.com");
	}

	@Test
	void saysTheSameOfAProbeEverywhere() {
		this.journal.probed(this.leased, this.id, result("Succeeded", "", "SocketException"));
		assertThat(recorded()).last().isEqualTo("PROBE NEEDS_ATTENTION ex1.fabrikam.com");
		assertThat(probe().outcome().succeeded()).isFalse();
	}

	@Test
	void knowsNothingOfAServerThatCouldNotBeAsked() {
		this.journal.notReached(this.leased, this.id, AuditKind.PROBE, REFUSED);
		assertThat(probe().state()).isEqualTo(ProbeState.NOT_REACHED);
		assertThat(probe().outcome())
			.isEqualTo(new JournaledProbe.Outcome(NOW, null, "winrm.access-denied", null, "401"));
		assertThat(probe().outcome().succeeded()).isFalse();
		assertThat(recorded()).last().isEqualTo("PROBE UNKNOWN ex1.fabrikam.com");
	}

	@Test
	void writesOfOneServerOnly() {
		this.journal.probed(this.leased, this.id, result("Succeeded", "", ""));
		assertThat(this.journal.of(this.leased.run().id())).extracting(JournaledProbe::state)
			.containsExactly(ProbeState.PROBED, ProbeState.WAITING);
	}

	@Test
	void pairsBeginningAndEndOfARestart() {
		this.journal.intend(this.leased, this.id, STARTED);
		this.journal.restarted(this.leased, this.id, "");
		this.journal.probed(this.leased, this.id, result("Succeeded", "", ""));
		List<String> pairs = this.jdbc.sql("select pair from audit_entry where run_id = ? order by id")
			.param(this.leased.run().id())
			.query(String.class)
			.list();
		assertThat(pairs).containsExactly("health_manager_restart-" + this.id, "health_manager_restart-" + this.id,
				"probe-" + this.id);
	}

	@Test
	void writesNothingForAHolderWhoOverslept() {
		this.journal.intend(this.leased, this.id, STARTED);
		again(this.leased);
		for (Runnable write : List.<Runnable>of(() -> open(this.leased),
				() -> this.journal.intend(this.leased, this.id, STARTED),
				() -> this.journal.unknown(this.leased, this.id, ""),
				() -> this.journal.restarted(this.leased, this.id, ""),
				() -> this.journal.probed(this.leased, this.id, result("Succeeded", "", "")),
				() -> this.journal.notReached(this.leased, this.id, AuditKind.PROBE, REFUSED))) {
			assertThatExceptionOfType(LostLease.class).isThrownBy(write::run);
		}
		assertThat(probe().state()).isEqualTo(ProbeState.RESTARTING);
		assertThat(probe().restart().attempts()).isEqualTo(1);
		assertThat(this.journal.of(this.leased.run().id())).hasSameSizeAs(SERVERS);
		assertThat(recorded()).hasSize(1);
	}

	@Test
	void writesNothingWhereTheRecordCannotBeWritten() {
		this.jdbc
			.sql("alter table audit_entry add constraint full_disk check (run_id <> " + this.leased.run().id() + ")")
			.update();
		try {
			for (Runnable write : List.<Runnable>of(() -> this.journal.intend(this.leased, this.id, STARTED),
					() -> this.journal.restarted(this.leased, this.id, ""),
					() -> this.journal.probed(this.leased, this.id, result("Succeeded", "", "")),
					() -> this.journal.notReached(this.leased, this.id, AuditKind.PROBE, REFUSED))) {
				assertThatThrownBy(write::run).isInstanceOf(DataAccessException.class);
			}
		}
		finally {
			this.jdbc.sql("alter table audit_entry drop constraint full_disk").update();
		}
		assertThat(probe().state()).isEqualTo(ProbeState.WAITING);
		assertThat(probe().restart().attempts()).isZero();
		assertThat(recorded()).isEmpty();
	}

	private JournaledProbe probe() {
		return this.journal.of(this.leased.run().id()).getFirst();
	}

	private List<String> recorded() {
		return this.jdbc
			.sql("select kind || ' ' || outcome || ' ' || server from audit_entry where run_id = ? order by id")
			.param(this.leased.run().id())
			.query(String.class)
			.list();
	}

}
