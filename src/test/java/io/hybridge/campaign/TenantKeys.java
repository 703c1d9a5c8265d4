package io.hybridge.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.hybridge.certificate.Certificate;
import io.hybridge.microsoft365.TenantReading.TenantKey;
import io.hybridge.step.StepFixture;
import io.hybridge.support.MutableClock;

/**
 * The keys of the tenant's principal, which show only some time after they were written.
 */
final class TenantKeys {

	private final MutableClock clock;

	private final List<State> states = new ArrayList<>();

	/** After what time a look shows what was written. */
	Duration lag = Duration.ZERO;

	TenantKeys(MutableClock clock) {
		this.clock = clock;
		this.states.add(new State(Instant.MIN, List.of(StepFixture.FOREIGN)));
	}

	synchronized List<Certificate> written() {
		return this.states.getLast().keys();
	}

	synchronized List<TenantKey> shown() {
		Instant until = this.clock.instant().minus(this.lag);
		return this.states.stream()
			.filter((state) -> !state.since().isAfter(until))
			.reduce((one, other) -> other)
			.orElseThrow()
			.keys()
			.stream()
			.map(TenantKeys::entry)
			.toList();
	}

	/** Replaces the whole list, as Microsoft Graph does. */
	synchronized void replace(List<Certificate> keys) {
		this.states.add(new State(this.clock.instant(), List.copyOf(keys)));
	}

	synchronized int effects() {
		return this.states.size();
	}

	private static TenantKey entry(Certificate certificate) {
		return new TenantKey(certificate.thumbprint().value(), "", certificate.notBefore(), certificate.notAfter(),
				java.util.Optional.of(certificate), Map.of("usage", "Verify", "type", "AsymmetricX509Cert"));
	}

	/**
	 * What was written.
	 *
	 * @param since when
	 * @param keys all of them
	 */
	private record State(Instant since, List<Certificate> keys) {
	}

}
