package io.hybridge.campaign;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.microsoft365.Microsoft365Connections;
import io.hybridge.organization.OrganizationId;
import io.hybridge.support.MutableClock;

/** The ways of all consoles to the worlds of the organizations. */
class Worlds {

	/** Over before what was written would show anyway. */
	static final Duration ALONE = Duration.ofSeconds(30);

	private final Map<OrganizationId, World> worlds = new ConcurrentHashMap<>();

	private final MutableClock clock;

	private volatile Duration alone = ALONE;

	Worlds(MutableClock clock) {
		this.clock = clock;
	}

	void add(OrganizationId organization, World world) {
		this.worlds.put(organization, world);
	}

	void forget(OrganizationId organization) {
		this.worlds.remove(organization);
	}

	ExchangeConnections exchanges() {
		return new ExchangeConnections() {

			@Override
			public Exchange of(OrganizationId organization) {
				return Worlds.this.worlds.get(organization).exchange();
			}

			@Override
			public Optional<Duration> endsAbandoned(OrganizationId organization) {
				return Optional.of(Worlds.this.alone);
			}

		};
	}

	Microsoft365Connections tenants() {
		return (organization, person) -> new Tenant(this.worlds.get(organization), this.clock);
	}

	/** After what time a server ends what nobody listens to. */
	void endAbandonedAfter(Duration alone) {
		this.alone = alone;
	}

}
