package io.hybridge.connection;

import java.util.List;

import io.hybridge.exchange.ladder.RungReading;
import io.hybridge.exchange.ladder.RungReading.Evidence;

/**
 * One rung as a page shows it.
 *
 * @param key of its sentence, which claims nothing of a rung that nobody saw hold or fail
 * @param word of its state, below {@code status.}
 * @param failed whether it does not hold
 * @param note key of what is said beside it, where it was not tried or is not known; or
 * null
 * @param failure code of the text that explains it, or empty
 * @param words of the other side, or empty
 * @param evidence what was seen
 */
record RungView(String key, String word, boolean failed, String note, String failure, String words,
		List<Evidence> evidence) {

	static RungView of(RungReading reading) {
		String word = switch (reading.state()) {
			case HOLDS -> "done";
			case FAILED -> "failed";
			case UNKNOWN -> "unknown";
			case NOT_TRIED -> "not-reached";
		};
		String note = switch (reading.state()) {
			case HOLDS, FAILED -> null;
			case UNKNOWN -> "connection.not-known";
			case NOT_TRIED -> "connection.not-tried";
		};
		String claim = switch (reading.state()) {
			case HOLDS -> "connection.rung.";
			case FAILED -> "connection.not.";
			case UNKNOWN, NOT_TRIED -> "connection.about.";
		};
		String key = isUncompared(reading) ? "connection.not-compared" : claim + reading.rung().name();
		return new RungView(key, word, reading.state() == RungReading.State.FAILED, note, reading.failure(),
				reading.words(), reading.evidence());
	}

	/**
	 * The server has shown a key, and a person has to say whether it is the right one.
	 */
	static boolean isUncompared(RungReading reading) {
		return reading.failure().equals("exchange.host-key-unknown");
	}

}
