package io.hybridge.step.change;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeState.PushProxy;
import io.hybridge.organization.DomainName;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackResult.Desired;
import io.hybridge.step.readback.ReadBackSource;

/**
 * Enables the push proxy.
 *
 * @param formerOrganization the domain it had, empty when none
 * @param organization the domain wanted
 */
@JsonTypeName("enable-push-proxy")
public record EnablePushProxy(String formerOrganization, DomainName organization) implements Change {

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
	public ChangeValue shownBefore() {
		return ChangeValue.words("change.disabled");
	}

	@Override
	public ChangeValue shownAfter() {
		return ChangeValue.words("change.enabled-for", this.organization.value());
	}

	@Override
	public Command command() {
		return Command.script("Enable-PushProxy", "Enable-PushNotificationProxy",
				Command.with("Organization", this.organization.value()));
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return Optional.of(new RemoteCall.OnExchange(new ExchangeChange.EnablePushProxy(this.organization)));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Organization();
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.onProxy(observation,
				(proxy) -> ReadBack.judged(proxy.organization(),
						proxy.enabled() && isFor(proxy, this.organization.value()), !proxy.enabled()
								&& (isFor(proxy, this.formerOrganization) || isFor(proxy, this.organization.value()))));
	}

	@Override
	public Optional<Change> inverse(Observation observation) {
		return (judge(observation) instanceof Desired) ? Optional.of(new DisablePushProxy(this.organization))
				: Optional.empty();
	}

	private static boolean isFor(PushProxy.Seen proxy, String organization) {
		return proxy.organization().equalsIgnoreCase(organization);
	}

}
