package io.hybridge.exchange.ladder;

import java.util.List;

/**
 * What one look at a rung came to.
 *
 * @param rung which
 * @param state whether it holds
 * @param evidence what was seen, in its order
 * @param failure code of the text that explains why it does not hold, or empty
 * @param words of the other side, or empty
 */
public record RungReading(Rung rung, State state, List<Evidence> evidence, String failure, String words) {

	/** Whether a rung holds. */
	public enum State {

		HOLDS, FAILED,
		/** The call ended without telling how far it had come. */
		UNKNOWN,
		/** A lower one failed, or it was not asked for. */
		NOT_TRIED

	}

	/**
	 * One thing that was seen.
	 *
	 * @param name key of its label
	 * @param value as it was seen
	 */
	public record Evidence(String name, String value) {
	}

	static RungReading holds(Rung rung, List<Evidence> evidence) {
		return new RungReading(rung, State.HOLDS, evidence, "", "");
	}

	static RungReading failed(Rung rung, List<Evidence> evidence, String failure, String words) {
		return new RungReading(rung, State.FAILED, evidence, failure, words);
	}

	static RungReading unknown(Rung rung, String failure, String words) {
		return new RungReading(rung, State.UNKNOWN, List.of(), failure, words);
	}

	static RungReading notTried(Rung rung) {
		return new RungReading(rung, State.NOT_TRIED, List.of(), "", "");
	}

}
