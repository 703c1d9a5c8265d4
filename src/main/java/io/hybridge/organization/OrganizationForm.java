package io.hybridge.organization;

/**
 * A new organization as typed.
 *
 * @param name people know it by
 * @param domain of its tenant
 * @param lettersCompared whether the person looked at letters of several scripts
 */
record OrganizationForm(String name, String domain, boolean lettersCompared) {

	/** The lab's own organization. */
	static final OrganizationForm FABRIKAM = new OrganizationForm("Fabrikam", "fabrikam.com", false);

}
