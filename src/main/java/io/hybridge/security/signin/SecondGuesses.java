package io.hybridge.security.signin;

import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;

import io.hybridge.security.account.Account;

/**
 * Slows down whoever knows the password and guesses the second factor. A known browser is
 * counted by itself; all others together, so that many networks guess no faster than one.
 */
@Component
public class SecondGuesses {

	private final SignInThrottle throttle;

	private final KnownWays known;

	SecondGuesses(SignInThrottle throttle, KnownWays known) {
		this.throttle = throttle;
		this.known = known;
	}

	/**
	 * Counts a guess before it is looked at.
	 * @param right looks at it, and uses it up where it is right
	 */
	public PasswordProof.Verdict of(Account account, SignInWay way, BooleanSupplier right) {
		String counted = "second\n"
				+ way.device().filter((device) -> this.known.knows(account.id(), device)).orElse("");
		if (!this.throttle.open(account.userName(), counted) || !this.throttle.admits(account.userName(), counted)) {
			return PasswordProof.Verdict.NOT_ADMITTED;
		}
		if (!right.getAsBoolean()) {
			return PasswordProof.Verdict.WRONG;
		}
		this.throttle.forget(account.userName(), counted);
		return PasswordProof.Verdict.RIGHT;
	}

}
