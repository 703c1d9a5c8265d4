package io.hybridge.enablement.steps;

import java.util.function.Function;

import io.hybridge.enablement.steps.Judgment.Before;
import io.hybridge.enablement.steps.Judgment.Desired;
import io.hybridge.enablement.steps.Judgment.Other;
import io.hybridge.enablement.steps.Judgment.Unseen;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.PushProxy;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.Principal;

/** Judges a read-back only where there is something to read. */
final class Look {

	private Look() {
	}

	static Judgment judged(String found, boolean desired, boolean before) {
		if (desired) {
			return new Desired(found);
		}
		return before ? new Before(found) : new Other(found);
	}

	static Judgment onPremises(World world, Function<ExchangeState, Judgment> judge) {
		return side(world.exchange(), judge);
	}

	static Judgment onProxy(World world, Function<PushProxy.Seen, Judgment> judge) {
		return onPremises(world, (exchange) -> switch (exchange.pushProxy()) {
			case PushProxy.Seen proxy -> judge.apply(proxy);
			case PushProxy.Unreadable(String evidence) -> new Unseen(evidence);
		});
	}

	static Judgment inPrincipal(World world, Function<Principal, Judgment> judge) {
		return side(world.tenant(),
				(TenantReading.Seen tenant) -> tenant.principal().map(judge).orElseGet(() -> new Other("")));
	}

	private static <T> Judgment side(Side<T> side, Function<T, Judgment> judge) {
		return switch (side) {
			case Side.Seen<T>(T value) -> judge.apply(value);
			case Side.NotSeen<T>(var failure) -> new Unseen(failure.evidence());
			case Side.SignInNeeded<T>() -> new Unseen("");
			case Side.NotAsked<T>() -> new Unseen("");
		};
	}

}
