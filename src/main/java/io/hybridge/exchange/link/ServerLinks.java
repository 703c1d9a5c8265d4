package io.hybridge.exchange.link;

import java.util.List;

import io.hybridge.organization.OrganizationId;

/** Keeps how the servers of an organization are reached. */
public interface ServerLinks {

	/**
	 * The links of an organization, with their passwords.
	 * @return one per server; the first is the entry server
	 */
	List<ServerLink> of(OrganizationId organization);

	/**
	 * The same, and nobody else changes them until the caller's transaction ends.
	 * @return the links as they are then
	 */
	List<ServerLink> held(OrganizationId organization);

	/**
	 * Replaces all links of an organization, in the caller's transaction. Each is kept as
	 * a secret.
	 * @param links one per server; the first is the entry server
	 * @throws KerberosRealmTaken when a realm has other KDCs in any other link
	 * @throws InUse when one would be gone or lead elsewhere under a run that changes
	 * something over it
	 */
	void replace(OrganizationId organization, List<ServerLink> links);

	/**
	 * The connection of an organization is another one than before; published in the
	 * transaction that changed it.
	 *
	 * @param organization whose
	 * @param links as they are now
	 */
	record Changed(OrganizationId organization, List<ServerLink> links) {
	}

	/**
	 * A link of an organization is gone or leads elsewhere, so that what was seen and
	 * proved over it tells nothing of what is reached now; published in the transaction
	 * that changed it. Another sign-in, or one more server, is no other destination.
	 *
	 * @param organization whose
	 */
	record LeadElsewhere(OrganizationId organization) {

	}

	/** A run that changes something goes on over these links until it has ended. */
	class InUse extends IllegalStateException {

		InUse(OrganizationId organization) {
			super("A run is changing organization " + organization);
		}

	}

}
