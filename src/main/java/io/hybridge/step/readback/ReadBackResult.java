package io.hybridge.step.readback;

/** What a read-back says about one change. */
public sealed interface ReadBackResult {

	/** What was found, as a short text. */
	String found();

	/**
	 * The wanted value is there.
	 *
	 * @param found it
	 */
	record Desired(String found) implements ReadBackResult {
	}

	/**
	 * The wanted value is there, and the call that asked for it changed nothing.
	 *
	 * @param found it
	 */
	record AlreadyThere(String found) implements ReadBackResult {
	}

	/**
	 * The former value is still there.
	 *
	 * @param found it
	 */
	record Before(String found) implements ReadBackResult {
	}

	/**
	 * What no state of before explains is there, or is gone: a person must decide.
	 *
	 * @param found what
	 */
	record Unexplained(String found) implements ReadBackResult {
	}

	/**
	 * Neither the former nor the wanted value is there. Once every place would show what
	 * was written, a person must decide.
	 *
	 * @param found what is there
	 */
	record Other(String found) implements ReadBackResult {
	}

	/**
	 * We looked, and nothing that can be read tells. Only the change itself would, for
	 * sent again it writes nothing that is there already, and is answered.
	 *
	 * @param found what is there
	 */
	record Untold(String found) implements ReadBackResult {
	}

	/**
	 * It could not be seen, so nothing is known.
	 *
	 * @param found why not, word for word
	 */
	record Unseen(String found) implements ReadBackResult {
	}

}
