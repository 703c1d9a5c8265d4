package io.hybridge.organization;

/**
 * Who hears of a new organization cannot do what belongs to it, so nothing is registered.
 */
public class NotRegistered extends RuntimeException {

	private final String code;

	/**
	 * Refuses a registration.
	 * @param code of the message that says why and what to do
	 * @param cause what went wrong
	 */
	public NotRegistered(String code, Throwable cause) {
		super(code, cause);
		this.code = code;
	}

	String code() {
		return this.code;
	}

}
