package io.hybridge.exchange.ssh;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.sshd.common.future.SshFuture;

import io.hybridge.exchange.call.CallProgress;

/**
 * Waits for the other side: no longer than the call may take, and not when the console
 * shuts down. The library's own ways to wait keep interruptions to themselves.
 */
final class SshWait {

	private SshWait() {
	}

	/**
	 * Waits.
	 * @param future for what
	 * @param most how long at most
	 * @param progress of the call
	 * @return whether it is done
	 * @throws io.hybridge.remote.RemoteFailure when the call's own time is up
	 */
	static boolean isDone(CompletableFuture<?> future, Duration most, CallProgress progress) {
		Duration left = progress.left();
		try {
			future.get(Math.max(0, Math.min(most.toMillis(), left.toMillis())), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (ExecutionException ex) {
			return true;
		}
		catch (TimeoutException ex) {
			if (left.compareTo(most) < 0) {
				throw progress.timeUp();
			}
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw progress.failure("exchange.interrupted", "").causedBy(ex);
		}
	}

	static <T extends SshFuture<T>> boolean isDone(T future, Duration most, CallProgress progress) {
		CompletableFuture<Void> done = new CompletableFuture<>();
		future.addListener((ended) -> done.complete(null));
		return isDone(done, most, progress);
	}

}
