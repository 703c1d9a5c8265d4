package io.hybridge.run.execution;

import io.hybridge.run.LeasedRun;
import io.hybridge.run.RunKind;

/** Works off one kind of run that changes its organization. */
interface LeasedExecutor {

	/**
	 * Whether runs of a kind are its business.
	 * @param kind of a run that changes something
	 * @return true for exactly one executor
	 */
	boolean worksOn(RunKind kind);

	/**
	 * Works on a run until it ends or pauses; may be called again at any time.
	 * @return when it wants to go on
	 */
	NextWake execute(LeasedRun leased);

}
