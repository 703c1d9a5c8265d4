package io.hybridge.microsoft365.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.hybridge.support.MutableClock;

/** Waits by moving the clock, and remembers how long. */
public final class FakePauses implements ReadRetry.Pauses {

	public final MutableClock clock = new MutableClock();

	public final List<Duration> taken = new ArrayList<>();

	@Override
	public void sleep(Duration duration) {
		this.taken.add(duration);
		this.clock.advance(duration);
	}

	public ReadRetry retryFor(Duration deadline) {
		return new ReadRetry(this.clock, deadline, this, new Random(7));
	}

}
