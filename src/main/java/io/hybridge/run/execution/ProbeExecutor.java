package io.hybridge.run.execution;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditKind;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.ProbeResult;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.change.DirectorySpread;
import io.hybridge.run.probe.JournaledProbe;
import io.hybridge.run.probe.ProbeFailure;
import io.hybridge.run.probe.ProbeJournal;

/**
 * Proves the push proxy on one server: restarts the health manager, waits until it has
 * forgotten the time without push, and probes. The wait is a recorded moment, so it
 * survives everything.
 */
@Component
class ProbeExecutor {

	private final ExchangeConnections exchanges;

	private final HealthManagerRestarts restarts;

	private final ProbeJournal journal;

	private final DirectorySpread spread;

	private final Clock clock;

	ProbeExecutor(ExchangeConnections exchanges, HealthManagerRestarts restarts, ProbeJournal journal,
			DirectorySpread spread, Clock clock) {
		this.exchanges = exchanges;
		this.restarts = restarts;
		this.journal = journal;
		this.spread = spread;
		this.clock = clock;
	}

	/**
	 * Does what is next on a server.
	 * @param probe the server's row
	 * @return when the next act is due, or empty when the probe has ended
	 */
	Optional<Instant> advance(LeasedRun leased, JournaledProbe probe) {
		JournaledProbe advanced = act(leased, probe);
		if (advanced.state().ended()) {
			return Optional.empty();
		}
		return Optional
			.of(advanced.rests(this.clock.instant()) ? advanced.restart().dueAt() : this.restarts.nextLook());
	}

	private JournaledProbe act(LeasedRun leased, JournaledProbe probe) {
		if (probe.rests(this.clock.instant())) {
			return probe;
		}
		try {
			return switch (probe.state()) {
				case WAITING -> this.restarts.first(leased, probe);
				case RESTARTING, UNKNOWN -> this.restarts.lookFor(leased, probe);
				case COUNTING_DOWN -> probe(leased, probe);
				case PROBED, NOT_REACHED -> probe;
			};
		}
		catch (RemoteFailure failure) {
			return this.restarts.neverAnswered(probe) || failure.code().equals("exchange.bundle-discarded")
					? this.restarts.unreached(leased, probe, failure) : probe;
		}
	}

	private JournaledProbe probe(LeasedRun leased, JournaledProbe probe) {
		try {
			Exchange exchange = this.exchanges.of(leased.run().organization());
			ProbeResult result = exchange.probe(probe.server());
			if (result.succeeded() || !ProbeFailure.of(result.error(), result.exception()).cause().mayBeLate()) {
				return this.journal.probed(leased, probe.id(), result);
			}
			Instant arrived = probe.server().equalsIgnoreCase(exchange.entryServer()) ? Instant.MIN
					: this.spread.arrived(leased.run().organization());
			return this.clock.instant().isBefore(arrived) ? this.journal.probeAgain(leased, probe.id(), result, arrived)
					: this.journal.probed(leased, probe.id(), result);
		}
		catch (RemoteFailure failure) {
			return this.journal.notReached(leased, probe.id(), AuditKind.PROBE, failure);
		}
	}

}
