package io.hybridge.exchange;

import io.hybridge.organization.OrganizationId;

/** Gives the Exchange of an organization, over the connection that is set up for it. */
public interface ExchangeConnections {

	/**
	 * The Exchange of an organization; makes no remote call.
	 * @return its Exchange
	 * @throws io.hybridge.remote.RemoteFailure with code {@code exchange.no-connection}
	 * when no server's address is known
	 */
	Exchange of(OrganizationId organization);

	/**
	 * No more is asked of an organization for now: whatever is kept ready for it on its
	 * servers is let go.
	 */
	default void rest(OrganizationId organization) {
	}

}
