package io.hybridge.security.proof;

/** Whether a password alone signs somebody in. */
public interface SecondStep {

	/**
	 * Whether this account has a second factor, which is asked for after the password.
	 */
	boolean awaits(long account);

}
