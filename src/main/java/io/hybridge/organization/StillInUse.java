package io.hybridge.organization;

import io.hybridge.organization.OrganizationHistory.Use;

/** What was asked of an organization cannot be, because of what was or is done there. */
class StillInUse extends RuntimeException {

	private final Use use;

	StillInUse(Use use) {
		super("The organization is in use: " + use);
		this.use = use;
	}

	/** Key of the sentence that says why. */
	String code() {
		return this.use.working() ? "organization.in-use.working" : "organization.in-use.applied";
	}

}
