package io.hybridge.enablement;

/** What a plan is for: bringing what is wanted, or taking our changes back. */
enum Purpose {

	APPLY, UNDO;

	RunKind run() {
		return (this == APPLY) ? RunKind.APPLY : RunKind.UNDO;
	}

}
