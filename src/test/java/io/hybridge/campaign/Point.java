package io.hybridge.campaign;

/** Where a console can end: around all that it writes down and all that it asks. */
enum Point {

	/** Right before something is written down for good. */
	BEFORE_COMMIT,
	/** Right after. */
	AFTER_COMMIT,
	/** Before a statement of a transaction; without it the transaction is not whole. */
	STATEMENT,
	/** Before a question. */
	BEFORE_LOOK,
	/** After its answer. */
	AFTER_LOOK,
	/** Before a change is sent. */
	BEFORE_CALL,
	/** A change is under way, and takes effect when nobody listens any more. */
	DURING_CALL,
	/** A change took effect, and its answer comes. */
	AFTER_CALL;

	/** Whether it is one of those at which something outlives the console. */
	boolean boundary() {
		return this != STATEMENT;
	}

}
