package io.hybridge.run.execution;

import java.time.Clock;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRuns;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.change.JournaledChanges;

/**
 * Wakes a run out of a pause before a sending that nobody wants any more, so that it does
 * not hold its organization until then.
 */
@Component
public class EarlyWake {

	private final StepRuns runs;

	private final JournaledChanges changes;

	private final Bundles bundles;

	private final ObjectProvider<SchedulerClient> scheduler;

	private final Clock clock;

	EarlyWake(StepRuns runs, JournaledChanges changes, Bundles bundles, ObjectProvider<SchedulerClient> scheduler,
			Clock clock) {
		this.runs = runs;
		this.changes = changes;
		this.bundles = bundles;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/**
	 * To be called when the wish to stop is written, and when the pause is: whoever comes
	 * second finds both.
	 * @param run its number
	 */
	public void ifAskedToStop(long run) {
		if (this.runs.require(run).stopAsked() && waits(run)) {
			wake(run);
		}
	}

	/**
	 * To be called when the last answer of a bundle was brought or given up, and when the
	 * run is parked: whoever comes second finds both.
	 * @param run its number
	 */
	public void ifBrought(long run) {
		if (this.runs.require(run).state() == RunState.PARKED && this.bundles.openOf(run).isEmpty()) {
			wake(run);
		}
	}

	private boolean waits(long run) {
		return this.changes.of(run)
			.stream()
			.filter((change) -> change.state().open())
			.findFirst()
			.map(JournaledChange::state)
			.filter(ChangeState.WAITING::equals)
			.isPresent();
	}

	/** One that is just being worked on, or has ended, needs no waking. */
	private void wake(long run) {
		try {
			this.scheduler.getObject()
				.reschedule(RunJob.RUN.instance(Long.toString(run)).scheduledTo(this.clock.instant()));
		}
		catch (TaskInstanceException ex) {
			// It sees the wish by itself.
		}
	}

}
