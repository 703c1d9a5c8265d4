package io.hybridge.step.change;

import java.util.function.Function;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.PushProxy;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.step.change.ReadBackResult.Before;
import io.hybridge.step.change.ReadBackResult.Desired;
import io.hybridge.step.change.ReadBackResult.Other;
import io.hybridge.step.change.ReadBackResult.Unseen;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.step.observation.ServiceStart;

/** Judges a read-back only where there is something to read. */
final class ReadBack {

	private ReadBack() {
	}

	static ReadBackResult judged(String found, boolean desired, boolean before) {
		if (desired) {
			return new Desired(found);
		}
		return before ? new Before(found) : new Other(found);
	}

	static ReadBackResult onPremises(Observation observation, Function<ExchangeState, ReadBackResult> judge) {
		return side(observation.exchange(), judge);
	}

	static ReadBackResult onProxy(Observation observation, Function<PushProxy.Seen, ReadBackResult> judge) {
		return onPremises(observation, (exchange) -> switch (exchange.pushProxy()) {
			case PushProxy.Seen proxy -> judge.apply(proxy);
			case PushProxy.Unreadable(String evidence) -> new Unseen(evidence);
		});
	}

	static ReadBackResult ofService(Observation observation, Function<ServiceStart, ReadBackResult> judge) {
		return side(observation.service(), judge);
	}

	static ReadBackResult inPrincipal(Observation observation, Function<Principal, ReadBackResult> judge) {
		return side(observation.tenant(),
				(TenantReading.Seen tenant) -> tenant.principal().map(judge).orElseGet(() -> new Other("")));
	}

	private static <T> ReadBackResult side(Reading<T> side, Function<T, ReadBackResult> judge) {
		return switch (side) {
			case Reading.Seen<T>(T value) -> judge.apply(value);
			case Reading.NotSeen<T>(var failure) -> new Unseen(failure.evidence());
			case Reading.SignInNeeded<T>() -> new Unseen("");
			case Reading.NotAsked<T>() -> new Unseen("");
		};
	}

}
