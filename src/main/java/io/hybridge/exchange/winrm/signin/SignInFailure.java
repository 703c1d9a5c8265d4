package io.hybridge.exchange.winrm.signin;

import java.util.Set;

/** Nobody was signed in, so that nothing was carried out. */
public class SignInFailure extends Exception {

	private static final Set<String> PASSING = Set.of("exchange.kerberos-no-kdc", "exchange.connection-not-kept");

	private final String code;

	private final String evidence;

	/**
	 * A failure.
	 * @param code key of its text
	 * @param evidence the other side's own words, never a secret
	 */
	public SignInFailure(String code, String evidence) {
		super(code + ": " + evidence);
		this.code = code;
		this.evidence = evidence;
	}

	/** Whether it may be another way in a while, without anybody's help. */
	public boolean isPassing() {
		return PASSING.contains(this.code);
	}

	public String code() {
		return this.code;
	}

	public String evidence() {
		return this.evidence;
	}

}
