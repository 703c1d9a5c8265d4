package io.hybridge.enablement.steps;

import java.util.Optional;

import io.hybridge.enablement.steps.Judgment.Desired;
import io.hybridge.exchange.ExchangeState.PushProxy;

/**
 * Enables the push proxy.
 *
 * @param formerOrganization the domain it had, empty when none
 * @param organization the domain wanted
 */
public record EnablePushProxy(String formerOrganization, String organization) implements Change {

	@Override
	public String key() {
		return "enable-push-proxy";
	}

	@Override
	public String object() {
		return "OnPrem-Proxy";
	}

	@Override
	public String before() {
		return this.formerOrganization;
	}

	@Override
	public String after() {
		return this.organization;
	}

	@Override
	public Judgment judge(World world) {
		return Look.onProxy(world, (proxy) -> Look.judged(proxy.organization(),
				proxy.enabled() && isFor(proxy, this.organization),
				!proxy.enabled() && (isFor(proxy, this.formerOrganization) || isFor(proxy, this.organization))));
	}

	@Override
	public Optional<Change> inverse(World world) {
		return (judge(world) instanceof Desired) ? Optional.of(new DisablePushProxy(this.organization))
				: Optional.empty();
	}

	private static boolean isFor(PushProxy.Seen proxy, String organization) {
		return proxy.organization().equalsIgnoreCase(organization);
	}

}
