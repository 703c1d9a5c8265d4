package io.hybridge.enablement;

import java.util.Set;

import io.hybridge.web.TypedText;

/**
 * What a person saw on the phone.
 *
 * @param answer {@code yes}, {@code no} or {@code not-yet}
 * @param note the person's words, or null
 */
public record DeviceTestForm(String answer, String note) {

	private static final int LONGEST_NOTE = 500;

	public DeviceTestForm {
		note = TypedText.line(note);
	}

	public boolean answered() {
		return this.answer != null && Set.of("yes", "no", "not-yet").contains(this.answer);
	}

	String shortNote() {
		return this.note.isEmpty() ? null : this.note.substring(0, Math.min(LONGEST_NOTE, this.note.length()));
	}

}
