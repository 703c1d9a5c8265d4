package io.hybridge.security.account;

import java.text.Normalizer;
import java.util.Locale;

import org.springframework.validation.Errors;

/**
 * A user name or e-mail address in its one canonical form, so that equal names are equal
 * values.
 *
 * @param value for instance {@code petra.kern@fabrikam.com}
 */
public record UserName(String value) {

	static final int LONGEST = 254;

	public static UserName of(String typed) {
		String text = (typed != null) ? typed : "";
		return new UserName(Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
	}

	/** Whether it can be a user name: printable, no white space, not too long. */
	public boolean acceptable() {
		return !this.value.isEmpty() && this.value.length() <= LONGEST
				&& this.value.codePoints().allMatch(UserName::allowed);
	}

	public static void check(String typed, Errors errors) {
		if (!of(typed).acceptable()) {
			errors.rejectValue("userName", typed.isBlank() ? "account.userName.missing" : "account.userName.bad");
		}
	}

	private static boolean allowed(int codePoint) {
		return Character.isLetterOrDigit(codePoint) || "@._-+".indexOf(codePoint) >= 0;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
