package io.hybridge.security.account;

import java.text.Normalizer;
import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id, two at a time, so that a flood of sign-ins costs
 * neither memory nor all processors, and no more than half of it strangers. A few may
 * wait for a moment; everyone else hears that the console is busy.
 */
@Component
public class PasswordHashing {

	/**
	 * Of no password; compared with where there is no account, so that it takes as long.
	 */
	public static final String NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$aHlicmlkZ2Utbm9ib2R5IQ$"
			+ "2xr9L3Jm1cJ0l0rE0m1yQ6qfYvW3o8yq0Tn5yB7bQ3A";

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final PasswordEncoder argon2id = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

	private final HashingTurns turns;

	PasswordHashing() {
		this(PATIENCE);
	}

	public PasswordHashing(Duration patience) {
		this.turns = new HashingTurns(patience);
	}

	public String hash(String password) {
		return this.argon2id.encode(canonical(password));
	}

	public boolean matches(String password, String hash) {
		return this.argon2id.matches(canonical(password), hash);
	}

	/**
	 * Carries out work that hashes, when there is a place for it.
	 * @param <T> of the result
	 * @param guest who wants it
	 * @param work that calls {@link #hash} or {@link #matches}
	 * @return what the work returned
	 * @throws Busy when too many are here already; nothing was done
	 */
	public <T> T inTurn(Guest guest, Supplier<T> work) {
		return this.turns.take(guest, work);
	}

	private String canonical(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFC);
	}

	/** Too many passwords are being checked at this moment. */
	public static class Busy extends RuntimeException {

	}

}
