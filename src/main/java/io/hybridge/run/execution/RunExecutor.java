package io.hybridge.run.execution;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases;
import io.hybridge.run.Leases.LostLease;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.plan.StepStatusUpdater;

/** Works on a run until it ends or pauses; may be called again at any time. */
@Component
public class RunExecutor {

	private static final Logger log = LoggerFactory.getLogger(RunExecutor.class);

	private static final Duration WHILE_HELD = Duration.ofSeconds(2);

	private final StepRuns runs;

	private final Leases leases;

	private final StepStatusUpdater statuses;

	private final CheckExecutor check;

	private final ApplyExecutor apply;

	private final VerifyExecutor verify;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RunExecutor(StepRuns runs, Leases leases, StepStatusUpdater statuses, CheckExecutor check, ApplyExecutor apply,
			VerifyExecutor verify, TransactionTemplate transaction, Clock clock) {
		this.runs = runs;
		this.leases = leases;
		this.statuses = statuses;
		this.check = check;
		this.apply = apply;
		this.verify = verify;
		this.transaction = transaction;
		this.clock = clock;
	}

	public NextWake on(long id) {
		StepRun run = this.runs.require(id);
		if (run.state().ended()) {
			return new NextWake.Ended();
		}
		return run.kind().changes() ? underLease(run) : this.check.work(begin(id));
	}

	private NextWake underLease(StepRun run) {
		OptionalLong token = this.leases.take(run.organization(), run.id());
		if (token.isEmpty()) {
			return new NextWake.At(this.clock.instant().plus(WHILE_HELD));
		}
		try {
			LeasedRun leased = new LeasedRun(begin(run.id()), token.getAsLong());
			return (run.kind() == RunKind.VERIFY) ? this.verify.work(leased) : this.apply.work(leased);
		}
		catch (LostLease ex) {
			log.warn("Run {} lost its lease and writes nothing more", run.id());
			return new NextWake.At(this.clock.instant().plus(WHILE_HELD));
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
