package io.hybridge.run.probe;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.exchange.ProbeResult;
import io.hybridge.organization.Organization;
import io.hybridge.organization.Organizations;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases;
import io.hybridge.run.StepRun;

/**
 * Journals the restarts and probes of a verification the way changes are journaled:
 * intent before, outcome after, audit in the same transaction.
 */
@Component
public class ProbeJournal {

	private final ServerProbes probes;

	private final Leases leases;

	private final Organizations organizations;

	private final AuditLog audit;

	private final EnablementSettings settings;

	private final Clock clock;

	ProbeJournal(ServerProbes probes, Leases leases, Organizations organizations, AuditLog audit,
			EnablementSettings settings, Clock clock) {
		this.probes = probes;
		this.leases = leases;
		this.organizations = organizations;
		this.audit = audit;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional
	public List<ServerProbe> open(LeasedRun leased, List<String> servers) {
		prove(leased);
		for (int ordinal = 0; ordinal < servers.size(); ordinal++) {
			this.probes.save(new ServerProbe(leased.run().id(), ordinal, servers.get(ordinal)));
		}
		return this.probes.findByRunIdOrderByOrdinal(leased.run().id());
	}

	@Transactional
	public void intend(LeasedRun leased, long id, Instant startedBefore) {
		prove(leased);
		ServerProbe probe = probe(id);
		probe.intend(this.clock.instant(), startedBefore);
		this.audit.append(entry(leased, probe, AuditKind.HEALTH_MANAGER_RESTART, AuditOutcome.ATTEMPTED));
	}

	/**
	 * The restart was sent and its answer is missing.
	 * @param held the run with its lease
	 * @param id of the probe
	 * @param evidence word for word
	 */
	@Transactional
	public void unknown(LeasedRun leased, long id, String evidence) {
		prove(leased);
		ServerProbe probe = probe(id);
		probe.unknown(evidence);
		this.audit.append(entry(leased, probe, AuditKind.HEALTH_MANAGER_RESTART, AuditOutcome.UNKNOWN).seen(evidence));
	}

	/**
	 * The restart is known to have happened; the wait begins.
	 * @param held the run with its lease
	 * @param id of the probe
	 * @param evidence word for word
	 */
	@Transactional
	public void restarted(LeasedRun leased, long id, String evidence) {
		prove(leased);
		ServerProbe probe = probe(id);
		Organization organization = this.organizations.require(leased.run().organization());
		probe.restarted(this.clock.instant(), this.settings.probeWait(organization.environment()));
		this.audit.append(entry(leased, probe, AuditKind.HEALTH_MANAGER_RESTART, AuditOutcome.DONE).seen(evidence));
	}

	@Transactional
	public void probed(LeasedRun leased, long id, ProbeResult result) {
		prove(leased);
		ServerProbe probe = probe(id);
		probe.probed(result, this.clock.instant());
		this.audit.append(entry(leased, probe, AuditKind.PROBE,
				result.succeeded() ? AuditOutcome.DONE : AuditOutcome.NEEDS_ATTENTION)
			.with("resultType", result.resultType())
			.with("error", result.error())
			.seen(result.evidence()));
	}

	@Transactional
	public void notReached(LeasedRun leased, long id, AuditKind kind, RemoteFailure failure) {
		prove(leased);
		ServerProbe probe = probe(id);
		probe.notReached(failure.code(), failure.evidence(), this.clock.instant());
		this.audit.append(entry(leased, probe, kind, AuditOutcome.UNKNOWN).with("resultType", "")
			.with("error", failure.code())
			.seen(failure.evidence()));
	}

	private void prove(LeasedRun leased) {
		this.leases.prove(leased.run().organization(), leased.token());
	}

	private ServerProbe probe(long id) {
		return this.probes.findById(id).orElseThrow();
	}

	private AuditEntry entry(LeasedRun leased, ServerProbe probe, AuditKind kind, AuditOutcome outcome) {
		StepRun run = leased.run();
		return AuditEntry.of(kind, outcome, run.actor())
			.about(run.organization().value(), this.organizations.require(run.organization()).name())
			.on(probe.server())
			.in(run.id())
			.paired(kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + probe.id());
	}

}
