package io.hybridge.security.account;

import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id, two at a time, so that a flood of sign-ins costs
 * neither memory nor all processors. A few may wait for a moment; everyone else hears
 * that the console is busy.
 */
@Component
public class PasswordHashing {

	/**
	 * Of no password; compared with where there is no account, so that it takes as long.
	 */
	public static final String NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$aHlicmlkZ2Utbm9ib2R5IQ$"
			+ "2xr9L3Jm1cJ0l0rE0m1yQ6qfYvW3o8yq0Tn5yB7bQ3A";

	private static final int AT_A_TIME = 2;

	private static final int WAITING = 8;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final PasswordEncoder argon2id = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

	private final Semaphore places = new Semaphore(AT_A_TIME, true);

	private final AtomicInteger present = new AtomicInteger();

	private final Duration patience;

	PasswordHashing() {
		this(PATIENCE);
	}

	public PasswordHashing(Duration patience) {
		this.patience = patience;
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
	 * @param work that calls {@link #hash} or {@link #matches}
	 * @return what the work returned
	 * @throws Busy when too many are here already; nothing was done
	 */
	public <T> T inTurn(Supplier<T> work) {
		try {
			if (this.present.incrementAndGet() > AT_A_TIME + WAITING || !place()) {
				throw new Busy();
			}
			try {
				return work.get();
			}
			finally {
				this.places.release();
			}
		}
		finally {
			this.present.decrementAndGet();
		}
	}

	private boolean place() {
		try {
			return this.places.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private String canonical(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFC);
	}

	/** Too many passwords are being checked at this moment. */
	public static class Busy extends RuntimeException {

	}

}
