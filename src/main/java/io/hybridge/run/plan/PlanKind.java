package io.hybridge.run.plan;

import io.hybridge.run.RunKind;

/** What a plan is for: bringing what is wanted, or taking our changes back. */
public enum PlanKind {

	APPLY, UNDO;

	public RunKind run() {
		return (this == APPLY) ? RunKind.APPLY : RunKind.UNDO;
	}

}
