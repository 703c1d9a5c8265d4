package io.hybridge.campaign;

/** What keeps the promises; without it the campaign must find that they are broken. */
enum Protection {

	/** The intent is written before the call. */
	INTENT_FIRST,
	/** Every write and every call proves the fencing token. */
	FENCING,
	/** What will be made is named beforehand. */
	IDENTITY,
	/** A plan is carried out only where it still fits. */
	STALE_PLAN,
	/** Nothing counts as not done while it may still show. */
	SETTLE_WINDOW

}
