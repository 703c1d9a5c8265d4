package io.hybridge.enablement;

import java.util.Set;

import io.hybridge.web.TypedText;

/**
 * What a person saw on the phone.
 *
 * @param answer {@code yes}, {@code no} or {@code not-yet}
 * @param number that stood on the icon, in figures; empty where nobody told
 * @param note the person's words, or null
 */
public record DeviceTestForm(String answer, String number, String note) {

	private static final int LONGEST_NOTE = 500;

	public DeviceTestForm {
		number = TypedText.line(number);
		note = TypedText.line(note);
	}

	public boolean answered() {
		return this.answer != null && Set.of("yes", "no", "not-yet").contains(this.answer);
	}

	/** Whether the number is one, and stands where none was said to be missing. */
	public boolean plausible() {
		boolean seen = !answered() || "yes".equals(this.answer);
		return this.number.isEmpty() || seen && this.number.matches("[1-9][0-9]{0,3}");
	}

	Integer badge() {
		return this.number.isEmpty() ? null : Integer.valueOf(this.number);
	}

	/** The word by which the audit log tells it. */
	String told() {
		return (badge() != null) ? "number" : this.answer;
	}

	String shortNote() {
		return this.note.isEmpty() ? null : this.note.substring(0, Math.min(LONGEST_NOTE, this.note.length()));
	}

}
