package io.hybridge.security.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.hybridge.security.passkey.Passkey;
import io.hybridge.security.passkey.Passkeys;
import io.hybridge.security.proof.SecondStep;

/** Whether an account has a second factor. */
@Component
public class Factors implements SecondStep {

	private final Authenticators authenticators;

	private final RecoveryCodes recovery;

	private final Passkeys passkeys;

	Factors(Authenticators authenticators, RecoveryCodes recovery, Passkeys passkeys) {
		this.authenticators = authenticators;
		this.recovery = recovery;
		this.passkeys = passkeys;
	}

	@Override
	public boolean awaits(long account) {
		return app(account).isPresent() || !passkeys(account).isEmpty();
	}

	/** All accounts that have one. */
	public Set<Long> all() {
		return Stream.concat(this.authenticators.all().stream(), this.passkeys.owners().stream())
			.collect(Collectors.toSet());
	}

	/** Since when the account has an app. */
	Optional<Instant> app(long account) {
		return this.authenticators.since(account);
	}

	List<Passkey> passkeys(long account) {
		return this.passkeys.of(account);
	}

	int codesLeft(long account) {
		return this.recovery.left(account);
	}

	/**
	 * Takes all away, in the caller's transaction.
	 * @return whether there was one
	 */
	public boolean remove(long account) {
		this.recovery.forget(account);
		return this.authenticators.remove(account) | this.passkeys.removeAll(account);
	}

	boolean removeApp(long account) {
		return removed(account, this.authenticators.remove(account));
	}

	boolean removePasskey(long account, long id) {
		return removed(account, this.passkeys.remove(account, id));
	}

	/** Recovery codes take the place of a factor; without one they open nothing. */
	private boolean removed(long account, boolean one) {
		if (!awaits(account)) {
			this.recovery.forget(account);
		}
		return one;
	}

}
