package io.hybridge.enablement;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditKind;
import io.hybridge.enablement.steps.Side;
import io.hybridge.enablement.steps.Step;
import io.hybridge.enablement.steps.World;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;

/**
 * Proves the push proxy: restarts the health manager on every mailbox server, waits until
 * each has forgotten the time without push, and probes. The wait is a recorded moment, so
 * it survives everything.
 */
@Component
class VerifyRun {

	private final ServerProbes probes;

	private final ProbeJournal journal;

	private final ExchangeConnections exchanges;

	private final Worlds worlds;

	private final Goals goals;

	private final Planner planner;

	private final RunEnds ends;

	private final EnablementSettings settings;

	private final Clock clock;

	VerifyRun(ServerProbes probes, ProbeJournal journal, ExchangeConnections exchanges, Worlds worlds, Goals goals,
			Planner planner, RunEnds ends, EnablementSettings settings, Clock clock) {
		this.probes = probes;
		this.journal = journal;
		this.exchanges = exchanges;
		this.worlds = worlds;
		this.goals = goals;
		this.planner = planner;
		this.ends = ends;
		this.settings = settings;
		this.clock = clock;
	}

	Continuation work(Held held) {
		StepRun run = held.run();
		List<ServerProbe> rows = this.probes.findByRunIdOrderByOrdinal(run.id());
		if (rows.isEmpty()) {
			World world = this.worlds.lookFor(run.organization(), Step.of(StepName.PUSH_PROXY));
			if (!(world.exchange() instanceof Side.Seen<ExchangeState>(ExchangeState exchange))) {
				return end(held, world);
			}
			rows = this.journal.open(held,
					exchange.servers()
						.stream()
						.filter(ExchangeServer::holdsMailboxes)
						.map(ExchangeServer::fqdn)
						.toList());
		}
		rows.forEach((row) -> advance(held, row));
		Optional<Instant> next = this.probes.findByRunIdOrderByOrdinal(run.id())
			.stream()
			.filter((row) -> !row.state().ended())
			.map((row) -> (row.dueAt() != null) ? row.dueAt() : this.clock.instant().plus(this.settings.firstLook()))
			.min(Comparator.naturalOrder());
		if (next.isPresent()) {
			this.ends.pause(held, RunState.RUNNING, next.get());
			return new Continuation.At(next.get());
		}
		return end(held, this.worlds.lookFor(run.organization(), Step.of(StepName.PUSH_PROXY)));
	}

	private Continuation end(Held held, World world) {
		StepRun run = held.run();
		this.ends.verified(held, world, this.planner.plan(run.organization(), StepName.PUSH_PROXY, Purpose.APPLY, world,
				this.goals.of(run.organization(), null)));
		return new Continuation.Ended();
	}

	private void advance(Held held, ServerProbe row) {
		Exchange exchange = this.exchanges.of(held.run().organization());
		try {
			switch (row.state()) {
				case WAITING -> restart(held, row, exchange, started(exchange, row));
				case RESTARTING, UNKNOWN -> lookForRestart(held, row, exchange);
				case COUNTING_DOWN -> probeWhenDue(held, row, exchange);
				case PROBED, NOT_REACHED -> {
				}
			}
		}
		catch (RemoteFailure failure) {
			if (row.intentAt() == null
					|| this.clock.instant().isAfter(row.intentAt().plus(this.settings.tenantSettle()))) {
				this.journal.notReached(held, row.id(), AuditKind.HEALTH_MANAGER_RESTART, failure);
			}
		}
	}

	private void restart(Held held, ServerProbe row, Exchange exchange, Instant startedBefore) {
		this.journal.intend(held, row.id(), startedBefore);
		try {
			this.journal.restarted(held, row.id(), exchange.restartHealthManager(row.server()).evidence());
		}
		catch (RemoteFailure failure) {
			if (failure.effect() == Effect.NONE) {
				this.journal.notReached(held, row.id(), AuditKind.HEALTH_MANAGER_RESTART, failure);
			}
			else {
				this.journal.unknown(held, row.id(), failure.evidence());
			}
		}
	}

	/** The restart was sent and its answer is missing: look before restarting again. */
	private void lookForRestart(Held held, ServerProbe row, Exchange exchange) {
		Instant started = started(exchange, row);
		if (started != null && row.restartedBy(started)) {
			this.journal.restarted(held, row.id(), "MSExchangeHM started " + started);
		}
		else if (this.clock.instant().isAfter(row.intentAt().plus(this.settings.callDeadline()))) {
			restartAgain(held, row, exchange, started);
		}
	}

	private void restartAgain(Held held, ServerProbe row, Exchange exchange, Instant started) {
		if (row.attempts() < this.settings.attempts()) {
			restart(held, row, exchange, started);
		}
		else {
			this.journal.notReached(held, row.id(), AuditKind.HEALTH_MANAGER_RESTART,
					RemoteFailure.withoutEffect(row.server(), RemoteFailure.Phase.ANSWER, "exchange.no-answer", ""));
		}
	}

	/** Since when the service runs, or null when it does not. */
	private static Instant started(Exchange exchange, ServerProbe row) {
		try {
			return exchange.healthManagerStarted(row.server());
		}
		catch (RemoteFailure failure) {
			if (failure.code().equals("exchange.health-manager-stopped")) {
				return null;
			}
			throw failure;
		}
	}

	private void probeWhenDue(Held held, ServerProbe row, Exchange exchange) {
		if (row.dueAt().isAfter(this.clock.instant())) {
			return;
		}
		try {
			this.journal.probed(held, row.id(), exchange.probe(row.server()));
		}
		catch (RemoteFailure failure) {
			this.journal.notReached(held, row.id(), AuditKind.PROBE, failure);
		}
	}

}
