package io.hybridge.step.observation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;

/**
 * Everything one look saw.
 *
 * @param takenAt by the console's clock
 * @param exchange the on-premises half
 * @param discovery what Microsoft 365 says without sign-in
 * @param tenant the tenant
 * @param service a service of one server
 * @param proxyAnswer what our newest change of the push proxy was answered
 * @param missedSince by server in lower case, since when our looks miss the certificate
 * there that signs now
 * @param firstSeen by server in lower case, when one of our looks saw it first
 */
public record Observation(Instant takenAt, Reading<ExchangeState> exchange, Reading<TenantDiscovery> discovery,
		Reading<TenantReading.Seen> tenant, Reading<ServiceStart> service, Optional<ProxyAnswer> proxyAnswer,
		Map<String, Instant> missedSince, Map<String, Instant> firstSeen) {

	/** What a step looks at: both sides, and no single service. */
	public Observation(Instant takenAt, Reading<ExchangeState> exchange, Reading<TenantDiscovery> discovery,
			Reading<TenantReading.Seen> tenant) {
		this(takenAt, exchange, discovery, tenant, new Reading.NotAsked<>(), Optional.empty(), Map.of(), Map.of());
	}

	/**
	 * What is known before anything was asked.
	 * @param now by the console's clock
	 * @return nothing
	 */
	public static Observation none(Instant now) {
		return new Observation(now, new Reading.NotAsked<>(), new Reading.NotAsked<>(), new Reading.NotAsked<>());
	}

	public Observation withExchange(Reading<ExchangeState> seen) {
		return new Observation(this.takenAt, seen, this.discovery, this.tenant, this.service, this.proxyAnswer,
				this.missedSince, this.firstSeen);
	}

	public Observation withTenant(Reading<TenantReading.Seen> seen) {
		return new Observation(this.takenAt, this.exchange, this.discovery, seen, this.service, this.proxyAnswer,
				this.missedSince, this.firstSeen);
	}

	public Observation withService(Reading<ServiceStart> seen) {
		return new Observation(this.takenAt, this.exchange, this.discovery, this.tenant, seen, this.proxyAnswer,
				this.missedSince, this.firstSeen);
	}

	public Observation withProxyAnswer(Optional<ProxyAnswer> answer) {
		return new Observation(this.takenAt, this.exchange, this.discovery, this.tenant, this.service, answer,
				this.missedSince, this.firstSeen);
	}

	public Observation withMissedSince(Map<String, Instant> remembered) {
		return new Observation(this.takenAt, this.exchange, this.discovery, this.tenant, this.service, this.proxyAnswer,
				remembered, this.firstSeen);
	}

	public Observation withFirstSeen(Map<String, Instant> remembered) {
		return new Observation(this.takenAt, this.exchange, this.discovery, this.tenant, this.service, this.proxyAnswer,
				this.missedSince, remembered);
	}

}
