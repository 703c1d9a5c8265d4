package io.hybridge.organization;

/** Another organization of the same environment has the domain. */
class DomainTaken extends RuntimeException {

	private final String by;

	DomainTaken(String by) {
		super("The domain belongs to " + by);
		this.by = by;
	}

	/** Name of the organization that has it. */
	String by() {
		return this.by;
	}

}
