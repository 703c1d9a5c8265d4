package io.hybridge.organization;

/** Another organization of the same environment has the domain. */
class DomainTaken extends RuntimeException {

	private final transient Organization owner;

	DomainTaken(Organization owner) {
		super("The domain belongs to " + owner.name());
		this.owner = owner;
	}

	/** The organization that has it. */
	Organization owner() {
		return this.owner;
	}

	/** Name of the organization that has it. */
	String by() {
		return this.owner.name();
	}

	/** Key of the sentence that says where to find it. */
	String code() {
		return this.owner.isArchived() ? "organization.domain.rule.archived" : "organization.domain.rule.known";
	}

}
