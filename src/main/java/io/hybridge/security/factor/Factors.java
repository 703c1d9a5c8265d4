package io.hybridge.security.factor;

import java.util.Set;

import org.springframework.stereotype.Component;

import io.hybridge.security.proof.SecondStep;

/** Whether an account has a second factor. */
@Component
public class Factors implements SecondStep {

	private final Authenticators authenticators;

	private final RecoveryCodes recovery;

	Factors(Authenticators authenticators, RecoveryCodes recovery) {
		this.authenticators = authenticators;
		this.recovery = recovery;
	}

	@Override
	public boolean awaits(long account) {
		return this.authenticators.since(account).isPresent();
	}

	/** All accounts that have one. */
	public Set<Long> all() {
		return this.authenticators.all();
	}

	/**
	 * Takes all away, in the caller's transaction.
	 * @return whether there was one
	 */
	public boolean remove(long account) {
		this.recovery.forget(account);
		return this.authenticators.remove(account);
	}

}
