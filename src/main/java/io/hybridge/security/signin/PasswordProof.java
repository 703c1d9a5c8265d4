package io.hybridge.security.signin;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.UserName;

/**
 * Decides whether a password is right, at a pace that guessing cannot use: every attempt
 * counts before it is looked at and costs the same work, whether there is an account or
 * not.
 */
@Component
public class PasswordProof {

	private final PasswordHashing hashing;

	private final SignInThrottle throttle;

	PasswordProof(PasswordHashing hashing, SignInThrottle throttle) {
		this.hashing = hashing;
		this.throttle = throttle;
	}

	/**
	 * Compares a password.
	 * @param userName as typed, whether an account has it or not
	 * @param account that may be entered, if there is one
	 * @param password as typed
	 * @param network where from
	 * @return what came of it
	 * @throws PasswordHashing.Busy when too many are here already; nothing was counted
	 */
	public Verdict of(UserName userName, Optional<Account> account, String password, ClientNetwork network) {
		return this.hashing.inTurn(() -> {
			boolean admitted = this.throttle.admits(userName, network);
			boolean right = account.isPresent()
					& this.hashing.matches(password, account.map(Account::passwordHash).orElse(PasswordHashing.NOBODY));
			if (!admitted) {
				return Verdict.NOT_ADMITTED;
			}
			if (right) {
				this.throttle.forget(userName, network);
			}
			return right ? Verdict.RIGHT : Verdict.WRONG;
		});
	}

	/** What came of an attempt; whoever guesses hears the same in every case but one. */
	public enum Verdict {

		RIGHT, WRONG, NOT_ADMITTED

	}

}
