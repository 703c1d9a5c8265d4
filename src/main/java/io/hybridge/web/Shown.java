package io.hybridge.web;

import java.util.List;

/**
 * One side of a change, as it is shown.
 *
 * @param text the value
 * @param code whether it is written in mono
 * @param note second line, or null
 * @param copy what the copy button copies, or null for no button
 */
public record Shown(String text, boolean code, String note, String copy) {

	public static Shown words(String text) {
		return new Shown(text, false, null, null);
	}

	public static Shown code(String text) {
		return new Shown(text, true, null, null);
	}

	/** The value in parts, after each of which a line may end. */
	public List<String> parts() {
		return List.of(this.text.split("(?<=[/=,.?&])(?![/])"));
	}

	public Shown noted(String note) {
		return new Shown(this.text, this.code, note, this.copy);
	}

	public Shown copying(String copy) {
		return new Shown(this.text, this.code, this.note, copy);
	}

}
