package io.hybridge.run.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.exchange.bundle.BundleMaker;
import io.hybridge.exchange.powershell.Errand;
import io.hybridge.run.RunAudit;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.status.StepStatusUpdater;

/** Where a run rests without a thread while a person is on the way. */
@Component
class Parking {

	/** It is woken when the answer comes; this is for a wake that was lost. */
	private static final Duration LONGEST = Duration.ofHours(1);

	private final StepRuns runs;

	private final StepStatusUpdater statuses;

	private final BundleMaker maker;

	private final RunAudit audit;

	private final Clock clock;

	Parking(StepRuns runs, StepStatusUpdater statuses, BundleMaker maker, RunAudit audit, Clock clock) {
		this.runs = runs;
		this.statuses = statuses;
		this.maker = maker;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Parks a run, and makes the bundle whose answers it waits for.
	 * @param errand with the calls that it misses
	 */
	@Transactional
	public NextWake park(Errand errand) {
		StepRun run = this.runs.require(errand.run());
		if (run.state().ended()) {
			return new NextWake.Ended();
		}
		Instant until = this.clock.instant().plus(LONGEST);
		run.pause(RunState.PARKED, until);
		this.statuses.parked(run);
		this.maker.make(errand, run.planId())
			.ifPresent((made) -> this.audit.append(this.audit.entry(run.request(), AuditKind.BUNDLE, AuditOutcome.DONE)
				.with("what", made.changes() ? "made-to-change" : "made")
				.with("bundle", Long.toString(made.id()))
				.with("sha256", made.sha256())));
		return new NextWake.At(until);
	}

}
