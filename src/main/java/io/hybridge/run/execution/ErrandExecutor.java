package io.hybridge.run.execution;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.AnswerAwaited;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.exchange.powershell.Errand;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;

/**
 * Works on a run, and parks it where a person has to carry its questions. It then begins
 * again from what the journal knows, and finds the answers that were brought.
 */
@Component
public class ErrandExecutor {

	private final RunExecutor executor;

	private final StepRuns runs;

	private final Bundles bundles;

	private final Parking parking;

	ErrandExecutor(RunExecutor executor, StepRuns runs, Bundles bundles, Parking parking) {
		this.executor = executor;
		this.runs = runs;
		this.bundles = bundles;
		this.parking = parking;
	}

	/**
	 * Works on a run until it ends, pauses or is parked.
	 * @param id its number
	 */
	public NextWake execute(long id) {
		StepRun run = this.runs.require(id);
		Errand errand = new Errand(id, (run.sequence() != null) ? run.sequence() : id, run.organization());
		try {
			NextWake next = errand.carry(() -> this.executor.execute(id));
			if (run.kind().changes()) {
				this.bundles.close(errand.group());
			}
			return next;
		}
		catch (AnswerAwaited ex) {
			return this.parking.park(errand);
		}
	}

}
