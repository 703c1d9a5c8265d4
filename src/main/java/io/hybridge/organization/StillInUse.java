package io.hybridge.organization;

import io.hybridge.organization.OrganizationHistory.Use;

/** What was asked of an organization cannot be, because of how it is or was used. */
class StillInUse extends RuntimeException {

	private final String code;

	StillInUse(Use use) {
		super("The organization is in use: " + use);
		this.code = "organization.in-use." + use.why();
	}

	private StillInUse(String code) {
		super("The organization is archived");
		this.code = code;
	}

	/** Nothing is done at an archived organization before it is brought back. */
	static StillInUse archived() {
		return new StillInUse("organization.archived.refused");
	}

	/** Key of the sentence that says why. */
	String code() {
		return this.code;
	}

}
