package io.hybridge.enablement.approval;

import java.time.Instant;

/** Whether a plan may be applied as far as a second person is concerned. */
public sealed interface Approval {

	/** Nobody has to approve it. */
	record NotNeeded() implements Approval {
	}

	/**
	 * Somebody other than the one who applies it has to approve it first.
	 *
	 * @param possible whether at least two people may change something here
	 */
	record Awaited(boolean possible) implements Approval {
	}

	/**
	 * Somebody approved exactly this plan; anybody else may apply it.
	 *
	 * @param personId of who approved
	 * @param name of who approved
	 * @param at when
	 * @param contentHash SHA-256 over what was approved, in hexadecimal digits
	 */
	record Given(long personId, String name, Instant at, String contentHash) implements Approval {
	}

}
