package io.hybridge.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something to become true, however slow the machine is. */
final class Patience {

	private static final Duration LIMIT = Duration.ofMinutes(10);

	private Patience() {
	}

	static <T> T until(String what, Supplier<T> look, Predicate<T> fits) {
		return until(what, look, fits, () -> "");
	}

	static <T> T until(String what, Supplier<T> look, Predicate<T> fits, Supplier<String> surroundings) {
		Instant end = Instant.now().plus(LIMIT);
		T seen = look.get();
		while (!fits.test(seen)) {
			if (Instant.now().isAfter(end)) {
				throw new AssertionError(
						"Waited in vain for " + what + ". Last seen:\n" + seen + "\n" + surroundings.get());
			}
			try {
				Thread.sleep(250);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			seen = look.get();
		}
		return seen;
	}

}
