package io.hybridge.enablement;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.enablement.Leases.LostLease;

/** Works on a run until it ends or pauses; may be called again at any time. */
@Component
class RunWork {

	private static final Logger log = LoggerFactory.getLogger(RunWork.class);

	private static final Duration WHILE_HELD = Duration.ofSeconds(2);

	private final StepRuns runs;

	private final Leases leases;

	private final Statuses statuses;

	private final CheckRun check;

	private final ApplyRun apply;

	private final VerifyRun verify;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RunWork(StepRuns runs, Leases leases, Statuses statuses, CheckRun check, ApplyRun apply, VerifyRun verify,
			TransactionTemplate transaction, Clock clock) {
		this.runs = runs;
		this.leases = leases;
		this.statuses = statuses;
		this.check = check;
		this.apply = apply;
		this.verify = verify;
		this.transaction = transaction;
		this.clock = clock;
	}

	Continuation on(long id) {
		StepRun run = this.runs.require(id);
		if (run.state().ended()) {
			return new Continuation.Ended();
		}
		return run.kind().changes() ? underLease(run) : this.check.work(begin(id));
	}

	private Continuation underLease(StepRun run) {
		OptionalLong token = this.leases.take(run.organization(), run.id());
		if (token.isEmpty()) {
			return new Continuation.At(this.clock.instant().plus(WHILE_HELD));
		}
		try {
			Held held = new Held(begin(run.id()), token.getAsLong());
			return (run.kind() == RunKind.VERIFY) ? this.verify.work(held) : this.apply.work(held);
		}
		catch (LostLease ex) {
			log.warn("Run {} lost its lease and writes nothing more", run.id());
			return new Continuation.At(this.clock.instant().plus(WHILE_HELD));
		}
	}

	private StepRun begin(long id) {
		return this.transaction.execute((status) -> {
			StepRun run = this.runs.require(id);
			run.begin(this.clock.instant());
			if (run.state() == RunState.RUNNING) {
				this.statuses.running(run);
			}
			return run;
		});
	}

}
