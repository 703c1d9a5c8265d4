package io.hybridge.step.readback;

import java.util.function.Function;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.ProxyKnowledge;
import io.hybridge.step.observation.Reading;
import io.hybridge.step.observation.ServiceStart;
import io.hybridge.step.readback.ReadBackResult.Before;
import io.hybridge.step.readback.ReadBackResult.Desired;
import io.hybridge.step.readback.ReadBackResult.Other;
import io.hybridge.step.readback.ReadBackResult.Unseen;

/** Judges a read-back only where there is something to read. */
public final class ReadBack {

	private ReadBack() {
	}

	public static ReadBackResult judged(String found, boolean desired, boolean before) {
		if (desired) {
			return new Desired(found);
		}
		return before ? new Before(found) : new Other(found);
	}

	public static ReadBackResult onPremises(Observation observation, Function<ExchangeState, ReadBackResult> judge) {
		return side(observation.exchange(), judge);
	}

	public static ReadBackResult onProxy(Observation observation, Function<ProxyKnowledge, ReadBackResult> judge) {
		return onPremises(observation,
				(exchange) -> judge.apply(ProxyKnowledge.of(exchange.pushProxy(), observation.proxyAnswer())));
	}

	public static ReadBackResult ofService(Observation observation, Function<ServiceStart, ReadBackResult> judge) {
		return side(observation.service(), judge);
	}

	public static ReadBackResult inPrincipal(Observation observation, Function<Principal, ReadBackResult> judge) {
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
