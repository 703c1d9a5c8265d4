package io.hybridge.security.factor;

/** Writes a long text so that it can be read and typed. */
final class Groups {

	private Groups() {
	}

	static String of(String text) {
		return text.replaceAll("(.{4})(?=.)", "$1 ");
	}

}
