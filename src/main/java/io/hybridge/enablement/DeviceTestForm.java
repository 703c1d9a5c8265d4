package io.hybridge.enablement;

import java.util.Set;

import io.hybridge.web.TypedText;

/**
 * What a person saw on the phone.
 *
 * @param answer {@code yes}, {@code no} or {@code not-yet}
 * @param number that stood on the icon, in figures; empty where nobody told. The lab
 * fills it in, so that one beside another answer than yes says nothing
 * @param note the person's words, or null
 */
public record DeviceTestForm(String answer, String number, String note) {

	public static final int LONGEST_NOTE = 500;

	public DeviceTestForm {
		number = TypedText.line(number);
		note = TypedText.line(note);
	}

	public boolean answered() {
		return this.answer != null && Set.of("yes", "no", "not-yet").contains(this.answer);
	}

	/** Whether the number is one, or counts for nothing beside the answer. */
	public boolean plausible() {
		return this.number.isEmpty() || answered() && !seen() || this.number.matches("[1-9][0-9]{0,3}");
	}

	/** The number that was seen, or null. */
	Integer badge() {
		return (!seen() || this.number.isEmpty()) ? null : Integer.valueOf(this.number);
	}

	private boolean seen() {
		return "yes".equals(this.answer);
	}

	/** The word by which the audit log tells it. */
	String told() {
		return (badge() != null) ? "number" : this.answer;
	}

	public boolean noteTooLong() {
		return this.note.length() > LONGEST_NOTE;
	}

	/** The person's words, or null where there are none. */
	String givenNote() {
		return this.note.isEmpty() ? null : this.note;
	}

}
