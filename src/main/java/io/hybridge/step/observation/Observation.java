package io.hybridge.step.observation;

import java.time.Instant;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;

/**
 * Everything one look saw.
 *
 * @param takenAt by the console's clock
 * @param exchange the on-premises half
 * @param discovery what Microsoft 365 says without sign-in
 */
public record Observation(Instant takenAt, Reading<ExchangeState> exchange, Reading<TenantDiscovery> discovery,
		Reading<TenantReading.Seen> tenant) {

	/**
	 * What is known before anything was asked.
	 * @param now by the console's clock
	 * @return nothing
	 */
	public static Observation none(Instant now) {
		return new Observation(now, new Reading.NotAsked<>(), new Reading.NotAsked<>(), new Reading.NotAsked<>());
	}

}
