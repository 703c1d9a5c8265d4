package io.hybridge.campaign;

/**
 * Something that must not be.
 *
 * @param kind what is wrong
 * @param text where, and how it came to be
 */
record Finding(Kind kind, String text) {

	/** The promises that can be broken. */
	enum Kind {

		/** A change took effect twice. */
		TWICE,
		/** A change is called done, and nothing took effect. */
		WRONG_DONE,
		/** A change took effect, and is called not done, or somebody else's. */
		WRONG_NOT_DONE,
		/** A change took effect that nobody had written down before. */
		UNATTEMPTED,
		/** A console that overslept brought something about. */
		OVERSLEPT,
		/** What somebody else had set was overwritten. */
		OVERWRITTEN,
		/** An attempt in the record has no end, or two. */
		UNPAIRED,
		/** The chain of the record has a gap. */
		CHAIN,
		/** A run does not end, or ends otherwise than its changes. */
		UNEXPLAINED,
		/** A step stands otherwise than a look would say. */
		OTHERWISE

	}

}
