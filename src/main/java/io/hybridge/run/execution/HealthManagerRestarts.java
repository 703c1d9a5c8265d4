package io.hybridge.run.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditKind;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.change.Clearance;
import io.hybridge.run.probe.JournaledProbe;
import io.hybridge.run.probe.ProbeJournal;

/**
 * Restarts the health manager of a server before a probe, so that it has forgotten the
 * time without push, and looks for a restart whose answer is missing.
 */
@Component
class HealthManagerRestarts {

	private final ExchangeConnections exchanges;

	private final ProbeJournal journal;

	private final Clearance clearance;

	private final EnablementSettings settings;

	private final Clock clock;

	HealthManagerRestarts(ExchangeConnections exchanges, ProbeJournal journal, Clearance clearance,
			EnablementSettings settings, Clock clock) {
		this.exchanges = exchanges;
		this.journal = journal;
		this.clearance = clearance;
		this.settings = settings;
		this.clock = clock;
	}

	/** Restarts for the first time, where there is something to prove. */
	JournaledProbe first(LeasedRun leased, JournaledProbe probe) {
		Exchange exchange = exchange(leased);
		Optional<Instant> started = started(exchange, probe);
		return missing(exchange, probe, started)
				? unreached(leased, probe, RemoteFailure.withoutEffect(probe.server(), "exchange.probe-missing", ""))
				: restart(leased, probe, exchange, started);
	}

	/** Where the health manager does not run, only its start can tell. */
	private static boolean missing(Exchange exchange, JournaledProbe probe, Optional<Instant> started) {
		return started.isPresent() && !exchange.knowsProbe(probe.server()).orElse(true);
	}

	private JournaledProbe restart(LeasedRun leased, JournaledProbe probe, Exchange exchange,
			Optional<Instant> startedBefore) {
		JournaledProbe intended = this.journal.intend(leased, probe.id(), startedBefore.orElse(null));
		try {
			this.clearance.give(leased);
			return this.journal.restarted(leased, probe.id(), exchange.restartHealthManager(probe.server()).evidence());
		}
		catch (RemoteFailure failure) {
			return (failure.effect() == Effect.NONE) ? unreached(leased, intended, failure)
					: this.journal.unknown(leased, probe.id(), failure.evidence());
		}
	}

	/** The restart was sent and its answer is missing: look before restarting again. */
	JournaledProbe lookFor(LeasedRun leased, JournaledProbe probe) {
		Exchange exchange = exchange(leased);
		Optional<Instant> started = started(exchange, probe);
		if (started.filter(probe.restart()::seenIn).isPresent()) {
			return this.journal.restarted(leased, probe.id(), "MSExchangeHM started " + started.get());
		}
		Optional<Duration> alone = this.exchanges.endsAbandoned(leased.run().organization());
		Duration longest = this.settings.callDeadline().plus(alone.orElse(Duration.ZERO));
		if (!this.clock.instant().isAfter(probe.restart().intentAt().plus(longest))) {
			return probe;
		}
		if (alone.isEmpty()) {
			return unreached(leased, probe,
					RemoteFailure.withPossibleEffect(probe.server(), "exchange.deadline-not-ended", ""));
		}
		return (probe.restart().attempts() < this.settings.attempts()) ? restart(leased, probe, exchange, started)
				: unreached(leased, probe, RemoteFailure.withoutEffect(probe.server(), "exchange.no-answer", ""));
	}

	/** The server cannot be asked, or did not restart. */
	JournaledProbe unreached(LeasedRun leased, JournaledProbe probe, RemoteFailure failure) {
		return this.journal.notReached(leased, probe.id(), AuditKind.HEALTH_MANAGER_RESTART, failure);
	}

	private static Optional<Instant> started(Exchange exchange, JournaledProbe probe) {
		return exchange.serviceStarted(probe.server(), ExchangeService.HEALTH_MANAGER);
	}

	/** Whether nothing was sent, or its answer cannot come any more. */
	boolean neverAnswered(JournaledProbe probe) {
		return probe.restart().intentAt() == null
				|| this.clock.instant().isAfter(probe.restart().intentAt().plus(this.settings.tenantSettle()));
	}

	Instant nextLook() {
		return this.clock.instant().plus(this.settings.firstLook());
	}

	private Exchange exchange(LeasedRun leased) {
		return this.exchanges.of(leased.run().organization());
	}

}
