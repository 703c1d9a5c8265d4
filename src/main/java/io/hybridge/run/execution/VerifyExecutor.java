package io.hybridge.run.execution;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditKind;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Planner;
import io.hybridge.run.plan.RemoteReader;
import io.hybridge.run.plan.TargetStates;
import io.hybridge.run.probe.ProbeJournal;
import io.hybridge.run.probe.ServerProbe;
import io.hybridge.run.probe.ServerProbes;
import io.hybridge.step.Step;
import io.hybridge.step.StepName;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;

/**
 * Proves the push proxy: restarts the health manager on every mailbox server, waits until
 * each has forgotten the time without push, and probes. The wait is a recorded moment, so
 * it survives everything.
 */
@Component
class VerifyExecutor {

	private final ServerProbes probes;

	private final ProbeJournal journal;

	private final ExchangeConnections exchanges;

	private final RemoteReader reader;

	private final TargetStates targetStates;

	private final Planner planner;

	private final RunCompletion ends;

	private final EnablementSettings settings;

	private final Clock clock;

	VerifyExecutor(ServerProbes probes, ProbeJournal journal, ExchangeConnections exchanges, RemoteReader reader,
			TargetStates targetStates, Planner planner, RunCompletion ends, EnablementSettings settings, Clock clock) {
		this.probes = probes;
		this.journal = journal;
		this.exchanges = exchanges;
		this.reader = reader;
		this.targetStates = targetStates;
		this.planner = planner;
		this.ends = ends;
		this.settings = settings;
		this.clock = clock;
	}

	NextWake work(LeasedRun leased) {
		StepRun run = leased.run();
		List<ServerProbe> rows = this.probes.findByRunIdOrderByOrdinal(run.id());
		if (rows.isEmpty()) {
			Observation world = this.reader.lookFor(run.organization(), Step.of(StepName.PUSH_PROXY));
			if (!(world.exchange() instanceof Reading.Seen<ExchangeState>(ExchangeState exchange))) {
				return end(leased, world);
			}
			rows = this.journal.open(leased,
					exchange.servers()
						.stream()
						.filter(ExchangeServer::holdsMailboxes)
						.map(ExchangeServer::fqdn)
						.toList());
		}
		rows.forEach((row) -> advance(leased, row));
		Optional<Instant> next = this.probes.findByRunIdOrderByOrdinal(run.id())
			.stream()
			.filter((row) -> !row.state().ended())
			.map((row) -> (row.dueAt() != null) ? row.dueAt() : this.clock.instant().plus(this.settings.firstLook()))
			.min(Comparator.naturalOrder());
		if (next.isPresent()) {
			this.ends.pause(leased, RunState.RUNNING, next.get());
			return new NextWake.At(next.get());
		}
		return end(leased, this.reader.lookFor(run.organization(), Step.of(StepName.PUSH_PROXY)));
	}

	private NextWake end(LeasedRun leased, Observation world) {
		StepRun run = leased.run();
		this.ends.verified(leased, world, this.planner.plan(run.organization(), StepName.PUSH_PROXY, PlanKind.APPLY,
				world, this.targetStates.of(run.organization(), null)));
		return new NextWake.Ended();
	}

	private void advance(LeasedRun leased, ServerProbe row) {
		Exchange exchange = this.exchanges.of(leased.run().organization());
		try {
			switch (row.state()) {
				case WAITING -> restart(leased, row, exchange, started(exchange, row));
				case RESTARTING, UNKNOWN -> lookForRestart(leased, row, exchange);
				case COUNTING_DOWN -> probeWhenDue(leased, row, exchange);
				case PROBED, NOT_REACHED -> {
				}
			}
		}
		catch (RemoteFailure failure) {
			if (row.intentAt() == null
					|| this.clock.instant().isAfter(row.intentAt().plus(this.settings.tenantSettle()))) {
				this.journal.notReached(leased, row.id(), AuditKind.HEALTH_MANAGER_RESTART, failure);
			}
		}
	}

	private void restart(LeasedRun leased, ServerProbe row, Exchange exchange, Instant startedBefore) {
		this.journal.intend(leased, row.id(), startedBefore);
		try {
			this.journal.restarted(leased, row.id(), exchange.restartHealthManager(row.server()).evidence());
		}
		catch (RemoteFailure failure) {
			if (failure.effect() == Effect.NONE) {
				this.journal.notReached(leased, row.id(), AuditKind.HEALTH_MANAGER_RESTART, failure);
			}
			else {
				this.journal.unknown(leased, row.id(), failure.evidence());
			}
		}
	}

	/** The restart was sent and its answer is missing: look before restarting again. */
	private void lookForRestart(LeasedRun leased, ServerProbe row, Exchange exchange) {
		Instant started = started(exchange, row);
		if (started != null && row.restartedBy(started)) {
			this.journal.restarted(leased, row.id(), "MSExchangeHM started " + started);
		}
		else if (this.clock.instant().isAfter(row.intentAt().plus(this.settings.callDeadline()))) {
			restartAgain(leased, row, exchange, started);
		}
	}

	private void restartAgain(LeasedRun leased, ServerProbe row, Exchange exchange, Instant started) {
		if (row.attempts() < this.settings.attempts()) {
			restart(leased, row, exchange, started);
		}
		else {
			this.journal.notReached(leased, row.id(), AuditKind.HEALTH_MANAGER_RESTART,
					RemoteFailure.withoutEffect(row.server(), "exchange.no-answer", ""));
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

	private void probeWhenDue(LeasedRun leased, ServerProbe row, Exchange exchange) {
		if (row.dueAt().isAfter(this.clock.instant())) {
			return;
		}
		try {
			this.journal.probed(leased, row.id(), exchange.probe(row.server()));
		}
		catch (RemoteFailure failure) {
			this.journal.notReached(leased, row.id(), AuditKind.PROBE, failure);
		}
	}

}
