package io.hybridge.microsoft365.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;

/**
 * Whose sign-in it is, and where: that of one person for one organization.
 *
 * @param organizationId whose tenant
 * @param accountId of the person; the console itself and strangers have none, and so no
 * sign-in
 */
@Embeddable
record Holder(@Column(name = "organization_id") long organizationId, @Column(name = "account_id") long accountId) {

	private static final long NOBODY = 0;

	static Holder of(OrganizationId organization, AuditActor person) {
		return new Holder(organization.value(), (person.id() != null) ? person.id() : NOBODY);
	}

	OrganizationId organization() {
		return new OrganizationId(this.organizationId);
	}

}
