package io.hybridge.enablement.offer;

import java.util.Locale;

import io.hybridge.step.StepName;

/** Why something cannot be asked of a step now. */
public enum Refusal {

	/** The step is being looked at or changed. */
	WORKING,
	/** The push proxy is being tested. */
	PROBING,
	/** A run of another step holds the organization. */
	HELD,
	/** The step stands on one that is not in effect. */
	WAITS_FOR_TENANT, WAITS_FOR_SERVERS, WAITS_FOR_OAUTH,
	/** The step is none that can be asked for this. */
	NOT_OF_THIS_STEP,
	/** There is no such plan, or something newer was seen since. */
	NO_PLAN,
	/** The last look did not find everything as it should be. */
	NOT_AS_WANTED,
	/** Nothing of ours is there to be taken back. */
	NOTHING_TO_UNDO,
	/** No run found a value that a person must decide about. */
	NOTHING_TO_DECIDE,
	/** The push proxy was never tested. */
	NEVER_PROBED,
	/** Something is being done at the organization. */
	BUSY,
	/** Nothing is done at an archived organization. */
	ARCHIVED;

	static Refusal waitsFor(StepName earlier) {
		return switch (earlier) {
			case TENANT -> WAITS_FOR_TENANT;
			case SERVERS -> WAITS_FOR_SERVERS;
			case OAUTH -> WAITS_FOR_OAUTH;
			case PUSH_PROXY -> throw new IllegalArgumentException("No step stands on the push proxy");
		};
	}

	/** Key of the sentence that says so. */
	public String key() {
		return "enablement.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
