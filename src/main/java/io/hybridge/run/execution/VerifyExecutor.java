package io.hybridge.run.execution;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.AnswerAwaited;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.plan.Inspection;
import io.hybridge.run.plan.Inspector;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.probe.JournaledProbe;
import io.hybridge.run.probe.ProbeJournal;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.probe.ProbeVerdict;

/**
 * Proves the push proxy on every mailbox server; between restart and probe of a server
 * the run gives its thread back.
 */
@Component
class VerifyExecutor implements LeasedExecutor {

	private final Inspector inspector;

	private final ProbeJournal journal;

	private final ProbeExecutor probes;

	private final ProbeResults results;

	private final RunCompletion completion;

	VerifyExecutor(Inspector inspector, ProbeJournal journal, ProbeExecutor probes, ProbeResults results,
			RunCompletion completion) {
		this.inspector = inspector;
		this.journal = journal;
		this.probes = probes;
		this.results = results;
		this.completion = completion;
	}

	@Override
	public boolean worksOn(RunKind kind) {
		return kind == RunKind.VERIFY;
	}

	@Override
	public NextWake execute(LeasedRun leased) {
		List<JournaledProbe> rows = this.journal.of(leased.run().id());
		return rows.isEmpty() ? begin(leased) : advance(leased, rows);
	}

	/** Restarts nothing to prove what is not there, or cannot be seen. */
	private NextWake begin(LeasedRun leased) {
		Inspection now = inspect(leased);
		if (now.examination().refutes()) {
			return this.completion.nothingToProve(leased, now);
		}
		return now.seen()
			.exchange()
			.seen()
			.map((exchange) -> advance(leased, open(leased, exchange)))
			.orElseGet(() -> end(leased, now));
	}

	private List<JournaledProbe> open(LeasedRun leased, ExchangeState exchange) {
		return this.journal.open(leased, mailboxServers(exchange), this.results.built(leased.run().organization()));
	}

	private NextWake advance(LeasedRun leased, List<JournaledProbe> rows) {
		Awaited awaited = new Awaited();
		Optional<Instant> next = rows.stream()
			.map((row) -> awaited.unless(() -> this.probes.advance(leased, row)))
			.flatMap(Optional::stream)
			.min(Comparator.naturalOrder());
		awaited.raise();
		return next.map((at) -> this.completion.pause(leased, RunState.RUNNING, at))
			.orElseGet(() -> end(leased, inspect(leased)));
	}

	/** One walk is for all servers: what one has to be asked by hand stops no other. */
	private static final class Awaited {

		private AnswerAwaited first;

		private Optional<Instant> unless(Supplier<Optional<Instant>> act) {
			try {
				return act.get();
			}
			catch (AnswerAwaited ex) {
				this.first = (this.first != null) ? this.first : ex;
				return Optional.empty();
			}
		}

		private void raise() {
			if (this.first != null) {
				throw this.first;
			}
		}

	}

	private Inspection inspect(LeasedRun leased) {
		return this.inspector.inspect(leased.run(), PlanKind.APPLY);
	}

	private NextWake end(LeasedRun leased, Inspection now) {
		return this.completion.verified(leased, ProbeVerdict.of(this.results.probesOf(leased.run().id())), now);
	}

	private static List<String> mailboxServers(ExchangeState exchange) {
		return exchange.servers()
			.stream()
			.filter(ExchangeServer::handsOnNotifications)
			.map(ExchangeServer::fqdn)
			.toList();
	}

}
