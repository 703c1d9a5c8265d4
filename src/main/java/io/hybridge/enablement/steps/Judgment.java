package io.hybridge.enablement.steps;

/** What a read-back says about one change. */
public sealed interface Judgment {

	/** What was found, as a short text. */
	String found();

	/**
	 * The wanted value is there.
	 *
	 * @param found it
	 */
	record Desired(String found) implements Judgment {
	}

	/**
	 * The former value is still there.
	 *
	 * @param found it
	 */
	record Before(String found) implements Judgment {
	}

	/**
	 * Neither the former nor the wanted value is there: a person must decide.
	 *
	 * @param found what is there
	 */
	record Other(String found) implements Judgment {
	}

	/**
	 * It could not be seen, so nothing is known.
	 *
	 * @param found why not, word for word
	 */
	record Unseen(String found) implements Judgment {
	}

}
