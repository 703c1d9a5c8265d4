package io.hybridge.audit;

/** How what an audit entry tells of ended. Unknown is an outcome of its own. */
public enum AuditOutcome {

	ATTEMPTED, DONE, ALREADY_SO, NOT_DONE, UNKNOWN, CONFLICT, REFUSED, NEEDS_ATTENTION, LEFT_TO_OPERATOR,
	/** A side could not be looked at before, so nothing was done. */
	UNCHECKED,
	/** Somebody asked it to end before its next change. */
	STOPPED

}
