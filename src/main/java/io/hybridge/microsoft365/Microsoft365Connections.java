package io.hybridge.microsoft365;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;

/** Gives an organization's side of Microsoft 365. */
public interface Microsoft365Connections {

	/**
	 * An organization's side as a person may see and change it: with that person's own
	 * sign-in and nobody else's. Makes no remote call to Microsoft 365.
	 * @param person whose deed it is; the console itself has no sign-in
	 * @return its side
	 * @throws io.hybridge.remote.RemoteFailure with code {@code microsoft365.no-cloud}
	 * when its cloud is not known
	 */
	Microsoft365 of(OrganizationId organization, AuditActor person);

	/** An organization's side as everybody sees it, without any sign-in. */
	default Microsoft365 of(OrganizationId organization) {
		return of(organization, AuditActor.console());
	}

}
