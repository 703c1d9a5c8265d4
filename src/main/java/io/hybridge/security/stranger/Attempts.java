package io.hybridge.security.stranger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Counts by network what failed at the doors that are open to anyone, within the hour and
 * in memory: to count costs the database nothing, and no more than so many networks are
 * known at a time.
 */
@Component
public class Attempts {

	static final int MOST = 30;

	private static final int NETWORKS = 10_000;

	private static final Duration WINDOW = Duration.ofHours(1);

	private final Map<Subject, Count> counts = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Subject, Count> eldest) {
			return size() > NETWORKS;
		}

	};

	private final Clock clock;

	Attempts(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Counts one that failed.
	 * @return how many there have been from this network within the hour
	 */
	public int failed(Door door, ClientNetwork network) {
		return count(new Subject(door.name(), network.value()));
	}

	public int failures(Door door, ClientNetwork network) {
		return present(new Subject(door.name(), network.value())).number();
	}

	/** Whether nothing more of this network is looked at, but what proves itself. */
	public boolean tooMany(Door door, ClientNetwork network) {
		return failures(door, network) >= MOST;
	}

	synchronized int count(Subject subject) {
		Count next = present(subject).next();
		this.counts.put(subject, next);
		return next.number();
	}

	private synchronized Count present(Subject subject) {
		Instant now = this.clock.instant();
		Count count = this.counts.get(subject);
		return (count != null && now.isBefore(count.since().plus(WINDOW))) ? count : new Count(now, 0);
	}

	/** Where a stranger may try something. */
	public enum Door {

		SIGN_IN, SET_UP, INVITATION

	}

	/** What is counted together. */
	record Subject(String what, String network) {

	}

	private record Count(Instant since, int number) {

		Count next() {
			return new Count(this.since, this.number + 1);
		}

	}

}
