package io.hybridge.security.factor;

import io.hybridge.web.TypedText;

/**
 * What somebody sends who adds a passkey.
 *
 * @param name that they give it; may be empty
 * @param passkey what the browser answered that made it; never shown again
 */
record PasskeyForm(String name, String passkey) {

	private static final int LONGEST = 60;

	private static final int LONGEST_ANSWER = 40_000;

	PasskeyForm {
		name = TypedText.line(name);
		passkey = (passkey != null && passkey.length() <= LONGEST_ANSWER) ? TypedText.line(passkey) : "";
	}

	boolean nameTooLong() {
		return this.name.length() > LONGEST;
	}

	@Override
	public String toString() {
		return "PasskeyForm";
	}

}
