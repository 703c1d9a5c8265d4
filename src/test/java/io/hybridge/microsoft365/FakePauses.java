package io.hybridge.microsoft365;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.hybridge.support.MutableClock;

/** Waits by moving the clock, and remembers how long. */
final class FakePauses implements Patience.Pauses {

	final MutableClock clock = new MutableClock();

	final List<Duration> taken = new ArrayList<>();

	@Override
	public void sleep(Duration duration) {
		this.taken.add(duration);
		this.clock.advance(duration);
	}

	Patience patience(Duration deadline) {
		return new Patience(this.clock, deadline, this, new Random(7));
	}

}
