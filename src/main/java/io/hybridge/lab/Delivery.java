package io.hybridge.lab;

import java.util.Locale;

/** What becomes of the answer to a call that took effect. */
public enum Delivery {

	/** The caller gets it. */
	DELIVERED,
	/** The connection is closed instead. */
	LOST,
	/** It is kept back until the caller gives up. */
	HELD;

	/**
	 * How the ledger writes it.
	 * @return the word in lower case
	 */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
