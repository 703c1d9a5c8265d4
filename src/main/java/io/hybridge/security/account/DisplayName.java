package io.hybridge.security.account;

import org.springframework.validation.Errors;

/** What a person is called in pages and in the record. */
public final class DisplayName {

	private static final int LONGEST = 100;

	private DisplayName() {
	}

	public static void check(String name, Errors errors) {
		if (name.isBlank()) {
			errors.rejectValue("name", "account.name.missing");
		}
		else if (name.length() > LONGEST || name.codePoints().anyMatch(DisplayName::unprintable)) {
			errors.rejectValue("name", "account.name.bad");
		}
		else if (!OneScript.inEachWord(name)) {
			errors.rejectValue("name", "account.name.mixed");
		}
	}

	private static boolean unprintable(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
				true;
			default -> false;
		};
	}

}
