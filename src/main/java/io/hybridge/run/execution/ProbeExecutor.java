package io.hybridge.run.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditKind;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.ProbeResult;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.probe.JournaledProbe;
import io.hybridge.run.probe.ProbeFailure;
import io.hybridge.run.probe.ProbeJournal;
import io.hybridge.step.StepName;

/**
 * Proves the push proxy on one server: restarts the health manager, waits until it has
 * forgotten the time without push, and probes. The wait is a recorded moment, so it
 * survives everything.
 */
@Component
class ProbeExecutor {

	private final ExchangeConnections exchanges;

	private final ProbeJournal journal;

	private final JournaledChanges changes;

	private final EnablementSettings settings;

	private final Clock clock;

	ProbeExecutor(ExchangeConnections exchanges, ProbeJournal journal, JournaledChanges changes,
			EnablementSettings settings, Clock clock) {
		this.exchanges = exchanges;
		this.journal = journal;
		this.changes = changes;
		this.settings = settings;
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
		return Optional.of(advanced.rests(this.clock.instant()) ? advanced.restart().dueAt()
				: this.clock.instant().plus(this.settings.firstLook()));
	}

	private JournaledProbe act(LeasedRun leased, JournaledProbe probe) {
		if (probe.rests(this.clock.instant())) {
			return probe;
		}
		try {
			return switch (probe.state()) {
				case WAITING -> firstRestart(leased, probe, exchange(leased));
				case RESTARTING, UNKNOWN -> lookForRestart(leased, probe, exchange(leased));
				case COUNTING_DOWN -> probe(leased, probe);
				case PROBED, NOT_REACHED -> probe;
			};
		}
		catch (RemoteFailure failure) {
			return neverAnswered(probe) || failure.code().equals("exchange.bundle-discarded")
					? restartUnreached(leased, probe, failure) : probe;
		}
	}

	private boolean neverAnswered(JournaledProbe probe) {
		return probe.restart().intentAt() == null
				|| this.clock.instant().isAfter(probe.restart().intentAt().plus(this.settings.tenantSettle()));
	}

	private Exchange exchange(LeasedRun leased) {
		return this.exchanges.of(leased.run().organization());
	}

	private JournaledProbe firstRestart(LeasedRun leased, JournaledProbe probe, Exchange exchange) {
		Optional<Instant> started = started(exchange, probe);
		return missing(exchange, probe, started)
				? restartUnreached(leased, probe,
						RemoteFailure.withoutEffect(probe.server(), "exchange.probe-missing", ""))
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
			return this.journal.restarted(leased, probe.id(), exchange.restartHealthManager(probe.server()).evidence());
		}
		catch (RemoteFailure failure) {
			return (failure.effect() == Effect.NONE) ? restartUnreached(leased, intended, failure)
					: this.journal.unknown(leased, probe.id(), failure.evidence());
		}
	}

	/** The restart was sent and its answer is missing: look before restarting again. */
	private JournaledProbe lookForRestart(LeasedRun leased, JournaledProbe probe, Exchange exchange) {
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
			return restartUnreached(leased, probe,
					RemoteFailure.withPossibleEffect(probe.server(), "exchange.deadline-not-ended", ""));
		}
		return (probe.restart().attempts() < this.settings.attempts()) ? restart(leased, probe, exchange, started)
				: restartUnreached(leased, probe,
						RemoteFailure.withoutEffect(probe.server(), "exchange.no-answer", ""));
	}

	private JournaledProbe restartUnreached(LeasedRun leased, JournaledProbe probe, RemoteFailure failure) {
		return this.journal.notReached(leased, probe.id(), AuditKind.HEALTH_MANAGER_RESTART, failure);
	}

	private static Optional<Instant> started(Exchange exchange, JournaledProbe probe) {
		return exchange.serviceStarted(probe.server(), ExchangeService.HEALTH_MANAGER);
	}

	private JournaledProbe probe(LeasedRun leased, JournaledProbe probe) {
		try {
			Exchange exchange = exchange(leased);
			ProbeResult result = exchange.probe(probe.server());
			if (result.succeeded() || !ProbeFailure.of(result.error(), result.exception()).cause().mayBeLate()) {
				return this.journal.probed(leased, probe.id(), result);
			}
			Instant arrived = arrivedBy(leased, probe, exchange);
			return this.clock.instant().isBefore(arrived) ? this.journal.probeAgain(leased, probe.id(), result, arrived)
					: this.journal.probed(leased, probe.id(), result);
		}
		catch (RemoteFailure failure) {
			return this.journal.notReached(leased, probe.id(), AuditKind.PROBE, failure);
		}
	}

	/**
	 * From when on a server knows what was changed through the entry server: it may work
	 * with another domain controller, and its health manager keeps what it found there
	 * when it started.
	 */
	private Instant arrivedBy(LeasedRun leased, JournaledProbe probe, Exchange exchange) {
		if (probe.server().equalsIgnoreCase(exchange.entryServer())) {
			return Instant.MIN;
		}
		return Stream.of(StepName.OAUTH, StepName.PUSH_PROXY)
			.flatMap((step) -> this.changes.newestSentIn(leased.run().organization(), step).stream())
			.map((change) -> change.attempts().intentAt().plus(this.settings.exchangeSettle()))
			.max(Comparator.naturalOrder())
			.orElse(Instant.MIN);
	}

}
