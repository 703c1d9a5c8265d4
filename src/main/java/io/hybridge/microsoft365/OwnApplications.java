package io.hybridge.microsoft365;

import java.util.Optional;

import io.hybridge.organization.OrganizationId;

/** The app registrations that organizations have of their own. */
public interface OwnApplications {

	/**
	 * As it stands in the database at this moment.
	 * @return the application's id, or empty where the one of the cloud is used
	 */
	Optional<String> clientId(OrganizationId organization);

}
