package io.hybridge.microsoft365;

import io.hybridge.organization.OrganizationId;

/** Gives an organization's side of Microsoft 365. */
public interface Microsoft365Connections {

	/**
	 * An organization's side; makes no remote call to Microsoft 365.
	 * @return its side
	 * @throws io.hybridge.remote.RemoteFailure with code {@code microsoft365.no-cloud}
	 * when its cloud is not known
	 */
	Microsoft365 of(OrganizationId organization);

}
