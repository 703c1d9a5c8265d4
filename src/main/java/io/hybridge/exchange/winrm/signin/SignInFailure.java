package io.hybridge.exchange.winrm.signin;

/** Nobody was signed in, so that nothing was carried out. */
public class SignInFailure extends Exception {

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

	public String code() {
		return this.code;
	}

	public String evidence() {
		return this.evidence;
	}

}
