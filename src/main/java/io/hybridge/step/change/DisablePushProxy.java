package io.hybridge.step.change;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.exchange.ExchangeChange;
import io.hybridge.organization.DomainName;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.ProxyKnowledge;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackResult.Before;
import io.hybridge.step.readback.ReadBackResult.Desired;
import io.hybridge.step.readback.ReadBackResult.Other;
import io.hybridge.step.readback.ReadBackResult.Untold;
import io.hybridge.step.readback.ReadBackSource;

/**
 * Disables the push proxy.
 *
 * @param organization the domain it is enabled for
 */
@JsonTypeName("disable-push-proxy")
public record DisablePushProxy(DomainName organization) implements Change {

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
	public ChangeValue shownBefore() {
		return ChangeValue.words("change.enabled-for", this.organization.value());
	}

	@Override
	public ChangeValue shownAfter() {
		return ChangeValue.words("change.disabled");
	}

	@Override
	public Command command() {
		return Command.script("Disable-PushProxy", "Disable-PushNotificationProxy");
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return Optional.of(new RemoteCall.OnExchange(new ExchangeChange.DisablePushProxy()));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.PushProxy();
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.onProxy(observation, (known) -> switch (known) {
			case ProxyKnowledge.Disabled(String found) -> new Desired(found);
			case ProxyKnowledge.LeftByUs(boolean enabled, String found) when !enabled -> new Desired(found);
			case ProxyKnowledge.LeftByUs(boolean enabled, String found) -> enabled(found);
			case ProxyKnowledge.Enabled(String found) -> enabled(found);
			case ProxyKnowledge.Claimed(String found) when isOurs(found) -> new Untold(found);
			case ProxyKnowledge.Claimed(String found) -> new Other(found);
			case ProxyKnowledge.Hidden() -> new Untold("");
		});
	}

	private ReadBackResult enabled(String found) {
		return isOurs(found) ? new Before(found) : new Other(found);
	}

	private boolean isOurs(String found) {
		return found.equalsIgnoreCase(this.organization.value());
	}

	@Override
	public String stops() {
		return "side-effect.stops-push";
	}

	@Override
	public WayBack wayBack(Observation observation, String found) {
		return new WayBack.None();
	}

}
