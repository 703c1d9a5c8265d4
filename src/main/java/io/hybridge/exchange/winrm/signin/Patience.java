package io.hybridge.exchange.winrm.signin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long something may take, with all that it consists of.
 *
 * @param ends moment of the runtime's own clock
 */
public record Patience(long ends) {

	public static Patience of(Duration longest) {
		return new Patience(System.nanoTime() + longest.toNanos());
	}

	/** For a part of it, which ends with the whole at the latest. */
	public Patience atMost(Duration longest) {
		return new Patience(Math.min(this.ends - System.nanoTime(), longest.toNanos()) + System.nanoTime());
	}

	public Duration left() throws TimeoutException {
		Duration left = Duration.ofNanos(this.ends - System.nanoTime());
		if (!left.isPositive()) {
			throw new TimeoutException("The time is up");
		}
		return left;
	}

	/**
	 * Does what by itself would neither look at the clock nor be interrupted.
	 * @throws ExecutionException with what it failed by
	 */
	public <T> T within(Callable<T> work) throws ExecutionException, TimeoutException, InterruptedException {
		FutureTask<T> task = new FutureTask<>(work);
		Duration left = left();
		Thread.ofVirtual().name("sign-in").start(task);
		try {
			return task.get(left.toMillis(), TimeUnit.MILLISECONDS);
		}
		finally {
			task.cancel(true);
		}
	}

}
