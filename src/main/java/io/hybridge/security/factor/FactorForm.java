package io.hybridge.security.factor;

import io.hybridge.web.TypedText;

/**
 * What somebody types to show that it is them.
 *
 * @param password where it is asked for; never shown again
 * @param code of an app, or a recovery code
 */
public record FactorForm(String password, String code) {

	private static final int LONGEST = 100;

	public FactorForm {
		password = (password != null) ? password : "";
		code = TypedText.line(code);
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
