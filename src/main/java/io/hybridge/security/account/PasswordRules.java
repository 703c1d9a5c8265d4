package io.hybridge.security.account;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which passwords are taken: 12 to 128 characters of any kind, except what guessers try
 * first.
 */
public final class PasswordRules {

	static final int SHORTEST = 12;

	static final int LONGEST = 128;

	private static final int LONGEST_IN_BYTES = 1024;

	private PasswordRules() {
	}

	/** Whether it is not even worth hashing. */
	public static boolean tooLong(String password) {
		return password.length() > LONGEST_IN_BYTES
				|| password.getBytes(StandardCharsets.UTF_8).length > LONGEST_IN_BYTES;
	}

	/**
	 * What is wrong with a new password.
	 * @param password as typed
	 * @param own words of its owner, such as the name and the user name
	 * @return key of the message, or empty when it is taken
	 */
	public static Optional<String> fault(String password, String... own) {
		int length = password.codePointCount(0, password.length());
		if (length == 0) {
			return Optional.of("password.missing");
		}
		if (length < SHORTEST) {
			return Optional.of("password.short");
		}
		if (length > LONGEST || tooLong(password)) {
			return Optional.of("password.long");
		}
		return PasswordStrength.isGuessable(password, own) ? Optional.of("password.common") : Optional.empty();
	}

}
