package io.hybridge.step.readback;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.ProxyKnowledge;
import io.hybridge.step.observation.Reading;
import io.hybridge.step.readback.ReadBackResult.Before;
import io.hybridge.step.readback.ReadBackResult.Desired;
import io.hybridge.step.readback.ReadBackResult.Other;
import io.hybridge.step.readback.ReadBackResult.Unexplained;
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

	/**
	 * Judges a restart. Only moments of the same clock are compared, the server's.
	 * @param before since when it ran before
	 * @return unseen while it does not run: it may just be starting again
	 */
	public static ReadBackResult restarted(Observation observation, Instant before) {
		return side(observation.service(),
				(start) -> start.at()
					.map((at) -> judged(at.toString(), at.isAfter(before), true))
					.orElseGet(() -> new Unseen("")));
	}

	/**
	 * Judges keys of ours, and before them whether every other is still there.
	 * @param others fingerprints of the keys that must stay
	 */
	public static ReadBackResult inPrincipal(Observation observation, List<String> others,
			Function<Principal, ReadBackResult> judge) {
		return side(observation.tenant(), (TenantReading.Seen tenant) -> tenant.principal().map((principal) -> {
			List<String> lost = KeyFingerprints.lost(others, principal);
			return lost.isEmpty() ? judge.apply(principal) : new Unexplained(lost.toString());
		}).orElseGet(() -> new Unexplained("")));
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
