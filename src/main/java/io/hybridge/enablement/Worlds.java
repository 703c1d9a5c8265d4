package io.hybridge.enablement;

import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.steps.Change;
import io.hybridge.enablement.steps.Side;
import io.hybridge.enablement.steps.Step;
import io.hybridge.enablement.steps.World;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.microsoft365.Microsoft365Connections;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;

/** Looks at both sides through their ports, outside any transaction. */
@Component
class Worlds {

	private final ExchangeConnections exchanges;

	private final Microsoft365Connections tenants;

	private final Clock clock;

	Worlds(ExchangeConnections exchanges, Microsoft365Connections tenants, Clock clock) {
		this.exchanges = exchanges;
		this.tenants = tenants;
		this.clock = clock;
	}

	/**
	 * The whole look that a step needs.
	 * @param organization whose
	 * @param step which
	 * @return what was seen
	 */
	World lookFor(OrganizationId organization, Step step) {
		Side<ExchangeState> exchange = step.asksExchange() ? onPremises(organization, Exchange::inspect)
				: new Side.NotAsked<>();
		Side<TenantDiscovery> discovery = (step.name() == StepName.TENANT) ? discovery(organization)
				: new Side.NotAsked<>();
		Side<TenantReading.Seen> tenant = step.asksTenant() ? tenant(organization) : new Side.NotAsked<>();
		return new World(this.clock.instant(), exchange, discovery, tenant);
	}

	/**
	 * The look that reads one change back.
	 * @param organization whose
	 * @param change which
	 * @return what was seen
	 */
	World lookBack(OrganizationId organization, Change change) {
		Side<ExchangeState> exchange = (!change.inTenant() || change.needsOnPremises())
				? onPremises(organization, Exchange::look) : new Side.NotAsked<>();
		Side<TenantReading.Seen> tenant = change.inTenant() ? tenant(organization) : new Side.NotAsked<>();
		return new World(this.clock.instant(), exchange, new Side.NotAsked<>(), tenant);
	}

	private Side<ExchangeState> onPremises(OrganizationId organization, Function<Exchange, ExchangeState> look) {
		return seen(() -> new Side.Seen<>(look.apply(this.exchanges.of(organization))));
	}

	private Side<TenantDiscovery> discovery(OrganizationId organization) {
		return seen(() -> new Side.Seen<>(this.tenants.of(organization).discover()));
	}

	private Side<TenantReading.Seen> tenant(OrganizationId organization) {
		return seen(() -> {
			Microsoft365 tenant = this.tenants.of(organization);
			return switch (tenant.inspect()) {
				case TenantReading.Seen seen -> new Side.Seen<>(seen);
				case TenantReading.SignInNeeded() -> new Side.SignInNeeded<>();
			};
		});
	}

	private static <T> Side<T> seen(Supplier<Side<T>> look) {
		try {
			return look.get();
		}
		catch (RemoteFailure failure) {
			return new Side.NotSeen<>(failure);
		}
	}

}
