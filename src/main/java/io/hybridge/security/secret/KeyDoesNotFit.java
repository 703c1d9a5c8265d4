package io.hybridge.security.secret;

import java.nio.file.Path;

/** The key file and the database do not belong together. */
class KeyDoesNotFit extends RuntimeException {

	private final transient Path path;

	private final Reason reason;

	KeyDoesNotFit(Path path, Reason reason) {
		super("Secret key " + path + ": " + reason);
		this.path = path;
		this.reason = reason;
	}

	Path path() {
		return this.path;
	}

	Reason reason() {
		return this.reason;
	}

	/** What is wrong with the key file. */
	enum Reason {

		MISSING, OTHER_KEY, NO_KEY, NEW_DATABASE

	}

}
