package io.hybridge.step.change;

import java.util.Optional;

import io.hybridge.organization.DomainName;
import io.hybridge.step.observation.Observation;

/**
 * Disables the push proxy.
 *
 * @param organization the domain it is enabled for
 */
public record DisablePushProxy(DomainName organization) implements Change {

	@Override
	public String key() {
		return "disable-push-proxy";
	}

	@Override
	public String object() {
		return "OnPrem-Proxy";
	}

	@Override
	public String before() {
		return this.organization.value();
	}

	@Override
	public String after() {
		return "";
	}

	@Override
	public ReadBackResult judge(Observation world) {
		return ReadBack.onProxy(world, (proxy) -> ReadBack.judged(proxy.organization(), !proxy.enabled(),
				proxy.enabled() && proxy.organization().equalsIgnoreCase(this.organization.value())));
	}

	@Override
	public Optional<Change> inverse(Observation world) {
		return Optional.empty();
	}

}
