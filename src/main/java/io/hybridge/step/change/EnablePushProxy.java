package io.hybridge.step.change;

import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.exchange.ExchangeChange;
import io.hybridge.organization.DomainName;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.ProxyAnswer;
import io.hybridge.step.observation.ProxyKnowledge;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackResult.AlreadyThere;
import io.hybridge.step.readback.ReadBackResult.Before;
import io.hybridge.step.readback.ReadBackResult.Desired;
import io.hybridge.step.readback.ReadBackResult.Other;
import io.hybridge.step.readback.ReadBackResult.Untold;
import io.hybridge.step.readback.ReadBackSource;

/**
 * Enables the push proxy.
 *
 * @param formerOrganization the domain it had while disabled, empty when none, null when
 * nothing told how it stood
 * @param organization the domain wanted
 */
@JsonTypeName("enable-push-proxy")
public record EnablePushProxy(String formerOrganization, DomainName organization) implements Change {

	@Override
	public String undoPart() {
		return (this.formerOrganization != null) ? "undo" : "undo-unread";
	}

	@Override
	public String object() {
		return "OnPrem-Proxy";
	}

	@Override
	public String before() {
		return Objects.requireNonNullElse(this.formerOrganization, "");
	}

	@Override
	public String after() {
		return this.organization.value();
	}

	@Override
	public ChangeValue shownBefore() {
		return ChangeValue.words((this.formerOrganization != null) ? "change.disabled" : "change.not-readable");
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
		return new ReadBackSource.PushProxy();
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.onProxy(observation, (known) -> switch (known) {
			case ProxyKnowledge.Enabled(String found) -> enabled(found, observation);
			case ProxyKnowledge.LeftByUs(boolean enabled, String found) when enabled -> enabled(found, observation);
			case ProxyKnowledge.LeftByUs(boolean enabled, String found) -> disabled(found);
			case ProxyKnowledge.Disabled(String found) -> disabled(found);
			case ProxyKnowledge.Claimed(String found) when isOurs(found) || isFormer(found) -> new Untold(found);
			case ProxyKnowledge.Claimed(String found) -> new Other(found);
			case ProxyKnowledge.Hidden() -> new Untold("");
		});
	}

	private ReadBackResult enabled(String found, Observation observation) {
		if (!isOurs(found)) {
			return new Other(found);
		}
		return observation.proxyAnswer().filter(ProxyAnswer::movedNothing).isPresent() ? new AlreadyThere(found)
				: new Desired(found);
	}

	private ReadBackResult disabled(String found) {
		return (isOurs(found) || isFormer(found)) ? new Before(found) : new Other(found);
	}

	@Override
	public WayBack wayBack(Observation observation, String found) {
		return WayBack.from(judge(observation), () -> new DisablePushProxy(this.organization));
	}

	private boolean isOurs(String found) {
		return found.equalsIgnoreCase(this.organization.value());
	}

	private boolean isFormer(String found) {
		return found.equalsIgnoreCase(before());
	}

}
