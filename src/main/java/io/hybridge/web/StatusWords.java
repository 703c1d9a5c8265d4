package io.hybridge.web;

import org.springframework.stereotype.Component;

/** The fixed words in which a state is told, each always with the same icon and color. */
@Component("statusWords")
public class StatusWords {

	/**
	 * Finds the word of a state.
	 * @param key below {@code status.} in the messages
	 * @return how it is shown
	 */
	public Word of(String key) {
		return switch (key) {
			case "attention", "blocks", "broken", "failed" -> new Word(key, "attention", "is-red");
			case "conflict" -> new Word(key, "conflict", "is-red");
			case "unknown", "unseen" -> new Word(key, "unknown", "is-blue");
			case "running" -> new Word(key, "running", "is-blue");
			case "in-effect", "done", "succeeded", "meets", "already-so", "as-wanted", "nothing-to-undo" ->
				new Word(key, "check", "");
			case "applied", "coming", "old", "waiting", "stale" -> new Word(key, "clock", "");
			case "cannot-start" -> new Word(key, "lock", "");
			case "ready", "planned" -> new Word(key, "ready", "");
			case "needed-attention", "failed-before" -> new Word(key, "attention", "");
			case "unchecked" -> new Word(key, "unknown", "");
			case "not-done", "refused", "stopped", "taken-back" -> new Word(key, "stopped", "");
			case "left-to-operator", "kept", "parked" -> new Word(key, "person", "");
			case "differs", "conflicted" -> new Word(key, "conflict", "");
			case "note" -> new Word(key, "info", "");
			case "not-started", "not-reached", "attempted" -> new Word(key, "dashed", "");
			default -> throw new IllegalArgumentException("No status word " + key);
		};
	}

	/**
	 * The icon and color of a word with a text of one's own, where no fixed word fits.
	 * @param key below {@code status.} in the messages
	 * @param text in the reader's language
	 * @return how it is shown
	 */
	public Status status(String key, String text) {
		return new Status(of(key), text);
	}

	/**
	 * How a state is shown.
	 *
	 * @param key below {@code status.}
	 * @param icon name of its symbol
	 * @param tone class of its color, empty for ink
	 */
	public record Word(String key, String icon, String tone) {

	}

}
