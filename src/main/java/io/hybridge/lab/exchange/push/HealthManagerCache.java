package io.hybridge.lab.exchange.push;

import java.time.Duration;
import java.time.Instant;

import io.hybridge.lab.exchange.state.OrganizationState.PushProxy;
import io.hybridge.lab.exchange.state.OrganizationState.Server;

/**
 * The health manager reads the push configuration when it starts and needs some time to
 * load: until then its probe tells of the time when push was off.
 */
public final class HealthManagerCache {

	private static final String TYPE = "Microsoft.Exchange.Monitoring.ActiveMonitoring.PushNotifications.PushNotificationsProbeException";

	private HealthManagerCache() {
	}

	public static void check(PushProxy proxy, Server server, Instant now, Duration wait) throws PushFailure {
		if (proxy.enabled() && server.healthManagerStarted().isBefore(proxy.enabledSince())) {
			throw new PushFailure(TYPE, "The health manager on " + server.name()
					+ " still caches the configuration from when push was disabled; restart the service MSExchangeHM.");
		}
		if (proxy.enabled() && now.isBefore(server.healthManagerStarted().plus(wait))) {
			throw new PushFailure(TYPE, "The health manager on " + server.name()
					+ " is still loading; the probe has not been scheduled yet.");
		}
	}

}
