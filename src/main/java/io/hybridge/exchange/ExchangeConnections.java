package io.hybridge.exchange;

import java.time.Duration;
import java.util.Optional;

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
	 * After what time a script of an organization is ended on its server although the
	 * console fell silent.
	 * @return empty where one of its servers lets it run on to its own end
	 */
	default Optional<Duration> endsAbandoned(OrganizationId organization) {
		return Optional.empty();
	}

	/**
	 * No more is asked of an organization for now: whatever is kept ready for it on its
	 * servers is let go.
	 */
	default void rest(OrganizationId organization) {
	}

}
