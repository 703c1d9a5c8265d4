package io.hybridge.security.factor;

import io.hybridge.web.TypedText;

/**
 * What somebody types to show that it is them.
 *
 * @param password where it is asked for; never shown again
 * @param code of an app, or a recovery code
 * @param passkey what the browser answered that used one; never shown again
 */
public record FactorForm(String password, String code, String passkey) {

	private static final int LONGEST = 100;

	private static final int LONGEST_ANSWER = 20_000;

	public FactorForm {
		password = (password != null) ? password : "";
		code = TypedText.line(code);
		passkey = (passkey != null && passkey.length() <= LONGEST_ANSWER) ? TypedText.line(passkey) : "";
	}

	boolean isEmpty() {
		return this.code.isEmpty() && this.passkey.isEmpty();
	}

	/** What it is, as the audit log writes it. */
	String factor() {
		return this.passkey.isEmpty() ? (ofApp() ? "code" : "recovery-code") : "passkey";
	}

	/** Six digits, which apps show in two groups. */
	boolean ofApp() {
		return digits().matches("[0-9]{6}");
	}

	String digits() {
		return (this.code.length() <= LONGEST) ? this.code.replace(" ", "") : "";
	}

	RecoveryCode recoveryCode() {
		return RecoveryCode.typed((this.code.length() <= LONGEST) ? this.code : "");
	}

	@Override
	public String toString() {
		return "FactorForm";
	}

}
