package io.hybridge.run.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.microsoft365.Microsoft365Connections;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.step.Step;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.step.observation.ServiceStart;
import io.hybridge.step.readback.ReadBackSource;

/** Looks at both sides through their ports, outside any transaction. */
@Component
public class RemoteReader {

	private final ExchangeConnections exchanges;

	private final Microsoft365Connections tenants;

	private final ProxyAnswers proxyAnswers;

	private final LookMemory memory;

	private final Clock clock;

	RemoteReader(ExchangeConnections exchanges, Microsoft365Connections tenants, ProxyAnswers proxyAnswers,
			LookMemory memory, Clock clock) {
		this.exchanges = exchanges;
		this.tenants = tenants;
		this.proxyAnswers = proxyAnswers;
		this.memory = memory;
		this.clock = clock;
	}

	/** The whole look that a step needs, at the tenant as that person. */
	public Observation lookFor(OrganizationId organization, AuditActor person, Step step) {
		Instant begun = this.clock.instant();
		Reading<ExchangeState> exchange = step.asksExchange() ? onPremises(organization, Exchange::inspect)
				: new Reading.NotAsked<>();
		Reading<TenantDiscovery> discovery = (step.name() == StepName.TENANT) ? discovery(organization)
				: new Reading.NotAsked<>();
		Reading<TenantReading.Seen> tenant = step.asksTenant() ? tenant(organization, person)
				: new Reading.NotAsked<>();
		Observation seen = this.memory.remember(organization, step.name(),
				new Observation(begun, exchange, discovery, tenant));
		return (step.name() == StepName.PUSH_PROXY) ? seen.withProxyAnswer(this.proxyAnswers.newest(organization))
				: seen;
	}

	/** The look that reads one change back, from the tenant as that person. */
	public Observation lookBack(OrganizationId organization, AuditActor person, Change change) {
		Observation none = Observation.none(this.clock.instant());
		return switch (change.readFrom()) {
			case ReadBackSource.Organization() ->
				none.withExchange(onPremises(organization, Exchange::inspectEntryServer));
			case ReadBackSource.EveryServer() -> none.withExchange(onPremises(organization, Exchange::inspect));
			case ReadBackSource.PushProxy() -> none.withExchange(onPremises(organization, Exchange::inspectEntryServer))
				.withProxyAnswer(this.proxyAnswers.newest(organization));
			case ReadBackSource.Principal(boolean withOrganization) when withOrganization ->
				none.withExchange(onPremises(organization, Exchange::inspectEntryServer))
					.withTenant(tenant(organization, person));
			case ReadBackSource.Principal principal -> none.withTenant(tenant(organization, person));
			case ReadBackSource.Service(String server, ExchangeService service) -> none.withService(
					onPremises(organization, (exchange) -> new ServiceStart(exchange.serviceStarted(server, service))));
		};
	}

	private <T> Reading<T> onPremises(OrganizationId organization, Function<Exchange, T> look) {
		return seen(() -> new Reading.Seen<>(look.apply(this.exchanges.of(organization))));
	}

	/** What Microsoft 365 says of the organization's domain without a sign-in. */
	Reading<TenantDiscovery> discovery(OrganizationId organization) {
		return seen(() -> new Reading.Seen<>(this.tenants.of(organization).discover()));
	}

	private Reading<TenantReading.Seen> tenant(OrganizationId organization, AuditActor person) {
		return seen(() -> {
			Microsoft365 tenant = this.tenants.of(organization, person);
			return switch (tenant.inspect()) {
				case TenantReading.Seen seen -> new Reading.Seen<>(seen);
				case TenantReading.SignInNeeded() -> new Reading.SignInNeeded<>();
			};
		});
	}

	private static <T> Reading<T> seen(Supplier<Reading<T>> look) {
		try {
			return look.get();
		}
		catch (RemoteFailure failure) {
			return new Reading.NotSeen<>(failure);
		}
	}

}
