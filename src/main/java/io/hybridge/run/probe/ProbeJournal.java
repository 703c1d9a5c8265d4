package io.hybridge.run.probe;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.exchange.ProbeResult;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunAudit;
import io.hybridge.run.WritableRuns;

/**
 * Journals the restarts and probes of a verification the way changes are journaled:
 * intent before, outcome after, audit in the same transaction.
 */
@Component
public class ProbeJournal {

	private final ServerProbes probes;

	private final WritableRuns runs;

	private final RunAudit audit;

	private final ProbeWait wait;

	private final Clock clock;

	ProbeJournal(ServerProbes probes, WritableRuns runs, RunAudit audit, ProbeWait wait, Clock clock) {
		this.probes = probes;
		this.runs = runs;
		this.audit = audit;
		this.wait = wait;
		this.clock = clock;
	}

	/**
	 * The probes of a run.
	 * @param run its number
	 * @return in the order of the servers
	 */
	public List<JournaledProbe> of(long run) {
		return this.probes.findByRunIdOrderByOrdinal(run).stream().map(ServerProbe::journaled).toList();
	}

	/**
	 * Opens the journal of a round.
	 * @param servers to be probed
	 * @param built number of the state that they are to prove
	 */
	@Transactional
	public List<JournaledProbe> open(LeasedRun leased, List<String> servers, long built) {
		prove(leased);
		for (int ordinal = 0; ordinal < servers.size(); ordinal++) {
			this.probes.save(new ServerProbe(leased.run().id(), ordinal, servers.get(ordinal), built));
		}
		return of(leased.run().id());
	}

	/**
	 * Records that a health manager is about to be restarted. Where the restart before
	 * was being looked for, it did not happen: nobody sends another one otherwise.
	 * @param startedBefore since when it runs, or null where it does not
	 */
	@Transactional
	public JournaledProbe intend(LeasedRun leased, long id, Instant startedBefore) {
		prove(leased);
		ServerProbe probe = probe(id);
		if (probe.journaled().restartMissing()) {
			this.audit
				.append(entry(leased, probe.journaled(), AuditKind.HEALTH_MANAGER_RESTART, AuditOutcome.NOT_DONE));
		}
		probe.intend(this.clock.instant(), startedBefore);
		this.audit.append(entry(leased, probe.journaled(), AuditKind.HEALTH_MANAGER_RESTART, AuditOutcome.ATTEMPTED));
		return probe.journaled();
	}

	/**
	 * The restart was sent and its answer is missing.
	 * @param id of the probe
	 * @param evidence word for word
	 */
	@Transactional
	public JournaledProbe unknown(LeasedRun leased, long id, String evidence) {
		prove(leased);
		ServerProbe probe = probe(id);
		probe.unknown(evidence);
		this.audit.append(entry(leased, probe.journaled(), AuditKind.HEALTH_MANAGER_RESTART, AuditOutcome.UNKNOWN)
			.seen(evidence));
		return probe.journaled();
	}

	/**
	 * The restart is known to have happened; the wait begins.
	 * @param id of the probe
	 * @param evidence word for word
	 */
	@Transactional
	public JournaledProbe restarted(LeasedRun leased, long id, String evidence) {
		prove(leased);
		ServerProbe probe = probe(id);
		probe.restarted(this.clock.instant(), this.wait.of(leased.run().organization()));
		this.audit.append(
				entry(leased, probe.journaled(), AuditKind.HEALTH_MANAGER_RESTART, AuditOutcome.DONE).seen(evidence));
		return probe.journaled();
	}

	@Transactional
	public JournaledProbe probed(LeasedRun leased, long id, ProbeResult result) {
		prove(leased);
		ServerProbe probe = probe(id);
		probe.probed(result, this.clock.instant());
		this.audit.append(entry(leased, probe.journaled(), AuditKind.PROBE,
				result.succeeded() ? AuditOutcome.DONE : AuditOutcome.NEEDS_ATTENTION)
			.with("resultType", result.resultType())
			.with("error", result.error())
			.with("cause", result.succeeded() ? "" : probe.journaled().failure().cause().code())
			.seen(result.evidence()));
		return probe.journaled();
	}

	/**
	 * The probe failed and proves nothing yet: it is repeated, restart and all.
	 * @param id of the probe
	 * @param result what it said
	 * @param at when
	 */
	@Transactional
	public JournaledProbe probeAgain(LeasedRun leased, long id, ProbeResult result, Instant at) {
		prove(leased);
		ServerProbe probe = probe(id);
		this.audit.append(entry(leased, probe.journaled(), AuditKind.PROBE, AuditOutcome.UNKNOWN)
			.with("resultType", result.resultType())
			.with("error", result.error())
			.seen(result.evidence()));
		probe.repeatAt(at, result.evidence());
		return probe.journaled();
	}

	@Transactional
	public JournaledProbe notReached(LeasedRun leased, long id, AuditKind kind, RemoteFailure failure) {
		prove(leased);
		ServerProbe probe = probe(id);
		probe.notReached(failure.code(), failure.evidence(), this.clock.instant());
		this.audit.append(entry(leased, probe.journaled(), kind, AuditOutcome.UNKNOWN).with("resultType", "")
			.with("error", failure.code())
			.seen(failure.evidence()));
		return probe.journaled();
	}

	private void prove(LeasedRun leased) {
		this.runs.of(leased);
	}

	private ServerProbe probe(long id) {
		return this.probes.findById(id).orElseThrow();
	}

	private AuditEntry entry(LeasedRun leased, JournaledProbe probe, AuditKind kind, AuditOutcome outcome) {
		return this.audit.entry(leased.run(), kind, outcome)
			.on(probe.server())
			.paired(kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + probe.id());
	}

}
