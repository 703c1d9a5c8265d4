package io.hybridge.step.change;

import java.util.Optional;

import io.hybridge.exchange.ExchangeState.PushProxy;
import io.hybridge.organization.DomainName;
import io.hybridge.step.change.ReadBackResult.Desired;
import io.hybridge.step.observation.Observation;

/**
 * Enables the push proxy.
 *
 * @param formerOrganization the domain it had, empty when none
 * @param organization the domain wanted
 */
public record EnablePushProxy(String formerOrganization, DomainName organization) implements Change {

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
		return this.organization.value();
	}

	@Override
	public ReadBackResult judge(Observation world) {
		return ReadBack.onProxy(world,
				(proxy) -> ReadBack.judged(proxy.organization(),
						proxy.enabled() && isFor(proxy, this.organization.value()), !proxy.enabled()
								&& (isFor(proxy, this.formerOrganization) || isFor(proxy, this.organization.value()))));
	}

	@Override
	public Optional<Change> inverse(Observation world) {
		return (judge(world) instanceof Desired) ? Optional.of(new DisablePushProxy(this.organization))
				: Optional.empty();
	}

	private static boolean isFor(PushProxy.Seen proxy, String organization) {
		return proxy.organization().equalsIgnoreCase(organization);
	}

}
