package io.hybridge.microsoft365.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Repeats a read that Microsoft asks to repeat later, until the deadline. Writes never
 * come here.
 */
public class ReadRetry {

	private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

	private static final int MOST_TRIES = 12;

	/** Waits; a test does not. */
	interface Pauses {

		void sleep(Duration duration) throws InterruptedException;

	}

	private final Clock clock;

	private final Duration deadline;

	private final Pauses pauses;

	private final RandomGenerator random;

	ReadRetry(Clock clock, Duration deadline, Pauses pauses, RandomGenerator random) {
		this.clock = clock;
		this.deadline = deadline;
		this.pauses = pauses;
		this.random = random;
	}

	/**
	 * Reads until there is an answer that is not "later", or no time is left.
	 * @param read sends the request once
	 * @return the last answer
	 */
	public RemoteAnswer answer(Supplier<RemoteAnswer> read) {
		Instant end = this.clock.instant().plus(this.deadline);
		for (int tries = 1;; tries++) {
			RemoteAnswer answer = read.get();
			if (!PASSING.contains(answer.status()) || tries == MOST_TRIES || !waited(pause(answer, tries), end)) {
				return answer;
			}
		}
	}

	private Duration pause(RemoteAnswer answer, int tries) {
		return RetryAfter.in(answer.headers(), this.clock.instant()).orElseGet(() -> growing(tries));
	}

	private Duration growing(int tries) {
		long most = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(tries - 1, 10));
		return Duration.ofMillis(most / 2 + this.random.nextLong(most / 2 + 1));
	}

	private boolean waited(Duration pause, Instant end) {
		if (this.clock.instant().plus(pause).isAfter(end)) {
			return false;
		}
		try {
			this.pauses.sleep(pause);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
