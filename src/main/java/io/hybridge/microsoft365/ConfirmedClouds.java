package io.hybridge.microsoft365;

import java.util.Optional;

import io.hybridge.organization.OrganizationId;

/** The clouds that people confirmed for organizations. */
public interface ConfirmedClouds {

	/**
	 * As it stands in the database at this moment.
	 * @return the cloud, or empty where nobody confirmed one and the global one counts
	 */
	Optional<KnownCloud> confirmed(OrganizationId organization);

	/** The cloud that counts. */
	default KnownCloud of(OrganizationId organization) {
		return confirmed(organization).orElse(KnownCloud.GLOBAL);
	}

}
