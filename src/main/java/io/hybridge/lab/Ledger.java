package io.hybridge.lab;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Every effect that really happened in the lab's worlds, whatever the console was told:
 * append-only, written through to disk before the effect is visible. The worlds' states
 * are nothing but the ledger read from its beginning.
 */
public interface Ledger {

	/**
	 * Appends an effect and forces it to disk.
	 * @param world {@code exchange}, {@code tenant} or {@code phone}
	 * @param kind what happened, for instance {@code AuthServerSet}
	 * @param values what is needed to bring the state back, and what the page shows
	 * @return the effect as written
	 */
	Effect append(String world, String kind, Map<String, String> values);

	/**
	 * All effects since the scenario was last reset, oldest first.
	 * @return the effects
	 */
	List<Effect> effects();

	/** Begins anew: earlier effects are moved aside, never mixed with later ones. */
	void restart();

	/**
	 * Notes what became of the answer to an effect.
	 * @param sequence of the effect
	 * @param delivery what became of it
	 */
	void answered(long sequence, Delivery delivery);

	/**
	 * One effect.
	 *
	 * @param sequence counted from 1
	 * @param world where
	 * @param kind what happened
	 * @param values details
	 * @param answer what became of the answer
	 */
	record Effect(long sequence, Instant at, String world, String kind, Map<String, String> values, String answer) {

		/** Whether nobody got the answer, or not yet. */
		public boolean withheld() {
			return "lost".equals(this.answer) || "held".equals(this.answer);
		}

	}

}
