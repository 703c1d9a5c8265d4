package io.hybridge.lab.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of a lab: the machine's, until a test holds it. While it is held, every look
 * at the clock moves it by two milliseconds, so that what comes later is later.
 */
public final class LabTime extends Clock {

	private static final Duration TICK = Duration.ofMillis(2);

	private Instant held;

	public synchronized void hold() {
		this.held = Instant.now();
	}

	public synchronized void pass(Duration time) {
		this.held = this.held.plus(time);
	}

	public synchronized void goOn() {
		this.held = null;
	}

	@Override
	public synchronized Instant instant() {
		if (this.held == null) {
			return Instant.now();
		}
		this.held = this.held.plus(TICK);
		return this.held;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
