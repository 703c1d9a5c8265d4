package io.hybridge.lab.tenant.graph;

/** A list of keys that is not taken, with Microsoft's code for the reason. */
final class KeyRefused extends RuntimeException {

	private final String code;

	KeyRefused(String code, String message) {
		super(message, null, false, false);
		this.code = code;
	}

	String code() {
		return this.code;
	}

}
