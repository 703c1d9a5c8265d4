package io.hybridge.run;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives a run's row, in the caller's transaction, to whoever may still write it. */
@Component
public class WritableRuns {

	private final StepRuns runs;

	private final Leases leases;

	private final BuiltStates built;

	WritableRuns(StepRuns runs, Leases leases, BuiltStates built) {
		this.runs = runs;
		this.leases = leases;
		this.built = built;
	}

	/**
	 * The row of a run that changes its organization.
	 * @return its row, which nobody else can write until the transaction ends
	 * @throws Leases.LostLease when somebody else took the lease
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public StepRun of(LeasedRun leased) {
		this.leases.prove(leased.run().organization(), leased.token());
		return this.runs.require(leased.run().id());
	}

	/**
	 * The row of a check, which changes nothing and therefore needs no lease.
	 * @param check what it was asked
	 * @return its row
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public StepRun ofCheck(RunRequest check) {
		return this.runs.require(check.id());
	}

	/**
	 * Whoever writes what a run saw asks this first.
	 * @param seen from where
	 * @throws BuiltStates.Overtaken when it may not be so any more
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void requireNewest(StepRun run, Vantage seen) {
		this.built.requireNewest(run, seen);
	}

	/** Whether somebody has asked a run to stop before its next change. */
	public boolean stopAsked(RunRequest run) {
		return this.runs.require(run.id()).stopAsked();
	}

}
