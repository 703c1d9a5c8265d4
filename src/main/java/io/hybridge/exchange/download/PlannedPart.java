package io.hybridge.exchange.download;

import io.hybridge.exchange.ExchangeChange;

/** What a script does about one change of a plan. */
public sealed interface PlannedPart {

	/**
	 * Makes it.
	 *
	 * @param change with its values
	 */
	record OnExchange(ExchangeChange change) implements PlannedPart {
	}

	/** Says that it is made in Microsoft 365. */
	record InTenant() implements PlannedPart {
	}

}
