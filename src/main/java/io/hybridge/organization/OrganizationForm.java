package io.hybridge.organization;

/**
 * A new organization as typed.
 *
 * @param name people know it by
 * @param domain of its tenant
 * @param lettersCompared true once the person looked at letters of several scripts; a box
 * that is not ticked is not sent, so it may be null
 */
record OrganizationForm(String name, String domain, Boolean lettersCompared) {

	/** The lab's own organization. */
	static final OrganizationForm FABRIKAM = new OrganizationForm("Fabrikam", "fabrikam.com", null);

}
