package io.hybridge.enablement;

import java.time.Clock;
import java.time.Instant;
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

/**
 * Journals the restarts and probes of a verification the way changes are journaled:
 * intent before, outcome after, audit in the same transaction.
 */
@Component
class ProbeJournal {

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
	public List<ServerProbe> open(Held held, List<String> servers) {
		prove(held);
		for (int ordinal = 0; ordinal < servers.size(); ordinal++) {
			this.probes.save(new ServerProbe(held.run().id(), ordinal, servers.get(ordinal)));
		}
		return this.probes.findByRunIdOrderByOrdinal(held.run().id());
	}

	@Transactional
	public void intend(Held held, long id, Instant startedBefore) {
		prove(held);
		ServerProbe probe = probe(id);
		probe.intend(this.clock.instant(), startedBefore);
		this.audit.append(entry(held, probe, AuditKind.HEALTH_MANAGER_RESTART, AuditOutcome.ATTEMPTED));
	}

	/**
	 * The restart was sent and its answer is missing.
	 * @param held the run with its lease
	 * @param id of the probe
	 * @param evidence word for word
	 */
	@Transactional
	public void unknown(Held held, long id, String evidence) {
		prove(held);
		ServerProbe probe = probe(id);
		probe.unknown(evidence);
		this.audit.append(entry(held, probe, AuditKind.HEALTH_MANAGER_RESTART, AuditOutcome.UNKNOWN).seen(evidence));
	}

	/**
	 * The restart is known to have happened; the wait begins.
	 * @param held the run with its lease
	 * @param id of the probe
	 * @param evidence word for word
	 */
	@Transactional
	public void restarted(Held held, long id, String evidence) {
		prove(held);
		ServerProbe probe = probe(id);
		Organization organization = this.organizations.require(held.run().organization());
		probe.restarted(this.clock.instant(), this.settings.probeWait(organization.environment()));
		this.audit.append(entry(held, probe, AuditKind.HEALTH_MANAGER_RESTART, AuditOutcome.DONE).seen(evidence));
	}

	@Transactional
	public void probed(Held held, long id, ProbeResult result) {
		prove(held);
		ServerProbe probe = probe(id);
		probe.probed(result, this.clock.instant());
		this.audit.append(entry(held, probe, AuditKind.PROBE,
				result.succeeded() ? AuditOutcome.DONE : AuditOutcome.NEEDS_ATTENTION)
			.with("resultType", result.resultType())
			.with("error", result.error())
			.seen(result.evidence()));
	}

	@Transactional
	public void notReached(Held held, long id, AuditKind kind, RemoteFailure failure) {
		prove(held);
		ServerProbe probe = probe(id);
		probe.notReached(failure.code(), failure.evidence(), this.clock.instant());
		this.audit.append(entry(held, probe, kind, AuditOutcome.UNKNOWN).with("resultType", "")
			.with("error", failure.code())
			.seen(failure.evidence()));
	}

	private void prove(Held held) {
		this.leases.prove(held.run().organization(), held.token());
	}

	private ServerProbe probe(long id) {
		return this.probes.findById(id).orElseThrow();
	}

	private AuditEntry entry(Held held, ServerProbe probe, AuditKind kind, AuditOutcome outcome) {
		StepRun run = held.run();
		return AuditEntry.of(kind, outcome, run.actor())
			.about(run.organization().value(), this.organizations.require(run.organization()).name())
			.on(probe.server())
			.in(run.id())
			.paired(kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + probe.id());
	}

}
