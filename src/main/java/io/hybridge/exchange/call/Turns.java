package io.hybridge.exchange.call;

import java.util.concurrent.Semaphore;

import io.hybridge.remote.RemoteFailure;

/** No more calls at a time than a way takes, in the order in which they came. */
public final class Turns {

	private final Semaphore free;

	private final int all;

	public Turns(int simultaneousCalls) {
		this.all = simultaneousCalls;
		this.free = new Semaphore(simultaneousCalls, true);
	}

	/**
	 * Waits for a turn; a call's deadline begins after it.
	 * @param server for the failure
	 * @return the turn, to be closed after the call
	 */
	public Turn take(String server) {
		try {
			this.free.acquire();
			return this.free::release;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw RemoteFailure.withoutEffect(server, "exchange.interrupted", "").causedBy(ex);
		}
	}

	/** How many have a turn now. */
	public int taken() {
		return this.all - this.free.availablePermits();
	}

	/** The right to make one call now. */
	public interface Turn extends AutoCloseable {

		@Override
		void close();

	}

}
