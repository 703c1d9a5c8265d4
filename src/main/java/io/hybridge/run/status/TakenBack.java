package io.hybridge.run.status;

import java.time.Instant;

import io.hybridge.web.text.StoredMessage;

/**
 * That what we changed in a step was taken back.
 *
 * @param run number of the run that did it
 */
public record TakenBack(long run) {

	private static final String WHOLE = "step.taken-back";

	private static final String PARTLY = "step.taken-back.partly";

	/** When, by whom, and whether anything of ours is left. */
	static StoredMessage reason(Instant at, String by, StepFacts.Undo undo) {
		return StoredMessage.of(undo.whole() ? WHOLE : PARTLY, at, by, undo.run());
	}

	/** The one that a reason tells of, or null where it tells of something else. */
	static TakenBack in(StoredMessage reason) {
		boolean told = reason.key().equals(WHOLE) || reason.key().equals(PARTLY);
		return told ? new TakenBack(Long.parseLong(reason.values().getLast())) : null;
	}

	/** Where it is told at length. */
	public String address() {
		return "/runs/" + this.run;
	}

}
