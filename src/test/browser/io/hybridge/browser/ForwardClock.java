package io.hybridge.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The real time, which a test can set forward. */
final class ForwardClock extends Clock {

	private volatile Clock clock = Clock.systemUTC();

	void forward(Duration by) {
		this.clock = Clock.offset(this.clock, by);
	}

	@Override
	public Instant instant() {
		return this.clock.instant();
	}

	@Override
	public ZoneId getZone() {
		return this.clock.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this.clock.withZone(zone);
	}

}
