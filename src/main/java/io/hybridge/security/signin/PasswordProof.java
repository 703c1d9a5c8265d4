package io.hybridge.security.signin;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Guest;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.UserName;
import io.hybridge.security.stranger.Attempts;
import io.hybridge.security.stranger.Attempts.Door;

/**
 * Decides whether a password is right, at a pace that guessing cannot use: every attempt
 * counts before it is looked at, and one that is looked at costs the same work, whether
 * there is an account or not. What comes too often is not looked at and costs nothing.
 */
@Component
public class PasswordProof {

	/** Failures after which even a network that is known has to queue with strangers. */
	private static final int QUIET = 5;

	private final PasswordHashing hashing;

	private final SignInThrottle throttle;

	private final KnownWays known;

	private final Attempts attempts;

	PasswordProof(PasswordHashing hashing, SignInThrottle throttle, KnownWays known, Attempts attempts) {
		this.hashing = hashing;
		this.throttle = throttle;
		this.known = known;
		this.attempts = attempts;
	}

	/**
	 * Compares a password at the sign-in.
	 * @param userName as typed, whether an account has it or not
	 * @param account that may be entered, if there is one
	 * @param password as typed
	 * @param way how they come
	 * @return what came of it
	 * @throws PasswordHashing.Busy when too many are here already; nothing was counted
	 */
	Verdict of(UserName userName, Optional<Account> account, String password, SignInWay way) {
		long id = account.map(Account::id).orElse(0L);
		Optional<String> device = way.device().filter((text) -> this.known.knows(id, text));
		if (device.isPresent()) {
			return compare(Guest.known(userName.value()), new Try(userName, "device\n" + device.get()), account,
					password);
		}
		if (this.attempts.tooMany(Door.SIGN_IN, way.network())) {
			return Verdict.NOT_ADMITTED;
		}
		boolean quiet = this.attempts.failures(Door.SIGN_IN, way.network()) < QUIET;
		Guest guest = (quiet && this.known.knows(id, way.network())) ? Guest.known(userName.value())
				: Guest.stranger(way.network().value());
		Verdict verdict = compare(guest, new Try(userName, way.network().value()), account, password);
		if (verdict == Verdict.WRONG) {
			this.attempts.failed(Door.SIGN_IN, way.network());
		}
		return verdict;
	}

	/**
	 * Compares the password of somebody who is signed in. Whoever found a session left
	 * open must not guess faster than a stranger.
	 */
	public Verdict again(Account account, String password) {
		return compare(Guest.known(account.userName().value()), new Try(account.userName(), "profile"),
				Optional.of(account), password);
	}

	private Verdict compare(Guest guest, Try attempt, Optional<Account> account, String password) {
		if (!this.throttle.open(attempt.userName(), attempt.way())) {
			return Verdict.NOT_ADMITTED;
		}
		return this.hashing.inTurn(guest, () -> counted(attempt, () -> account.isPresent()
				& this.hashing.matches(password, account.map(Account::passwordHash).orElse(PasswordHashing.NOBODY))));
	}

	private Verdict counted(Try attempt, BooleanSupplier right) {
		if (!this.throttle.admits(attempt.userName(), attempt.way())) {
			return Verdict.NOT_ADMITTED;
		}
		if (!right.getAsBoolean()) {
			return Verdict.WRONG;
		}
		this.throttle.forget(attempt.userName(), attempt.way());
		return Verdict.RIGHT;
	}

	/** What is counted together. */
	private record Try(UserName userName, String way) {

	}

	/** What came of an attempt; whoever guesses hears the same in every case but one. */
	public enum Verdict {

		RIGHT, WRONG, NOT_ADMITTED

	}

}
