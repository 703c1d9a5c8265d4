package io.hybridge.security.account;

import java.text.Normalizer;
import java.util.Locale;

import org.springframework.validation.Errors;

import io.hybridge.web.TypedText;

/**
 * A user name or e-mail address in its one canonical form, so that equal names are equal
 * values.
 *
 * @param value for instance {@code petra.kern@fabrikam.com}
 */
public record UserName(String value) {

	static final int LONGEST = 254;

	/** What is too long for a name is neither normalized nor kept whole. */
	public static UserName of(String typed) {
		String text = TypedText.line(typed);
		return new UserName((text.length() > LONGEST) ? text.substring(0, LONGEST + 1)
				: Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
	}

	/** Whether it can be a user name: printable, no white space, not too long. */
	public boolean acceptable() {
		return !this.value.isEmpty() && this.value.length() <= LONGEST
				&& this.value.codePoints().allMatch(UserName::allowed);
	}

	/**
	 * What is wrong with a new name. Whoever has an older one signs in with it all the
	 * same.
	 */
	public static void check(String typed, Errors errors) {
		UserName name = of(typed);
		if (!name.acceptable()) {
			errors.rejectValue("userName", typed.isBlank() ? "account.userName.missing" : "account.userName.bad");
		}
		else if (!OneScript.inEachWord(name.value)) {
			errors.rejectValue("userName", "account.userName.mixed");
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
