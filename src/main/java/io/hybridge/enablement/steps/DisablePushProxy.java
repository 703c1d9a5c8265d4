package io.hybridge.enablement.steps;

import java.util.Optional;

/**
 * Disables the push proxy.
 *
 * @param organization the domain it is enabled for
 */
public record DisablePushProxy(String organization) implements Change {

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
		return this.organization;
	}

	@Override
	public String after() {
		return "";
	}

	@Override
	public Judgment judge(World world) {
		return Look.onProxy(world, (proxy) -> Look.judged(proxy.organization(), !proxy.enabled(),
				proxy.enabled() && proxy.organization().equalsIgnoreCase(this.organization)));
	}

	@Override
	public Optional<Change> inverse(World world) {
		return Optional.empty();
	}

}
