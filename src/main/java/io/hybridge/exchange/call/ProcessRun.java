package io.hybridge.exchange.call;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import io.hybridge.remote.ConnectionFailure;
import io.hybridge.remote.RemoteFailure;

/**
 * One process that is fed and listened to at once, so that neither side can make the
 * other wait for ever: until it ends, prints too much, is lost, or its time is up.
 */
public final class ProcessRun {

	/** Without it the input is no JSON, so that the script cannot run. */
	private static final int LAST_PIECE = 64;

	private final CallProgress progress;

	private final CompletableFuture<Long> exit = new CompletableFuture<>();

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	private boolean givenUp;

	public ProcessRun(CallProgress progress) {
		this.progress = progress;
	}

	/** Takes what the process writes to standard output; never makes it wait. */
	public OutputStream output() {
		return new Kept(this.output);
	}

	/** Takes what the process writes to standard error; never makes it wait. */
	public OutputStream errors() {
		return new Kept(this.errors);
	}

	/** The process ended, and all that it printed was taken. */
	public void ended(long exitCode) {
		this.exit.complete(exitCode);
	}

	/**
	 * Nothing more will be heard of the process.
	 * @param reason why
	 */
	public void lost(Throwable reason) {
		this.exit.completeExceptionally(reason);
	}

	/**
	 * Feeds the process and waits for its end.
	 * @param input its standard input
	 * @param bytes what goes there
	 * @param end ends the process with all that it started, and says whether it is known
	 * to have ended
	 * @return what it printed
	 * @throws RemoteFailure when it did not come to its own end
	 */
	public Printed feed(OutputStream input, byte[] bytes, BooleanSupplier end) {
		Thread.startVirtualThread(() -> write(input, bytes));
		try {
			long exitCode = this.exit.get(Math.max(0, this.progress.left().toMillis()), TimeUnit.MILLISECONDS);
			return printed(exitCode);
		}
		catch (TimeoutException ex) {
			throw givenUp(end, this.progress.timeUp());
		}
		catch (InterruptedException ex) {
			RemoteFailure failure = givenUp(end, this.progress.failure("exchange.interrupted", "").causedBy(ex));
			Thread.currentThread().interrupt();
			throw failure;
		}
		catch (ExecutionException ex) {
			throw givenUp(end, reason(ex.getCause()));
		}
	}

	private RemoteFailure reason(Throwable cause) {
		return (cause instanceof TooMuch) ? this.progress.failure("exchange.too-much-output", "")
				: ConnectionFailure.CONNECTION_LOST
					.explain("exchange", this.progress.server(), this.progress.effect(), ConnectionFailure.words(cause))
					.causedBy(cause);
	}

	private void write(OutputStream input, byte[] bytes) {
		int last = Math.max(0, bytes.length - LAST_PIECE);
		try (input) {
			input.write(bytes, 0, last);
			input.flush();
			if (begins()) {
				input.write(bytes, last, bytes.length - last);
			}
		}
		catch (IOException ex) {
			// It does not read any more: its end says what is to be said.
		}
	}

	private synchronized boolean begins() {
		if (!this.givenUp) {
			this.progress.lastPieceBegins();
		}
		return !this.givenUp;
	}

	private RemoteFailure givenUp(BooleanSupplier end, RemoteFailure failure) {
		synchronized (this) {
			this.givenUp = true;
		}
		return end.getAsBoolean() ? this.progress.ended(failure) : failure;
	}

	private synchronized Printed printed(long exitCode) {
		return Printed.of(this.output.toByteArray(), this.errors.toByteArray(), exitCode);
	}

	private synchronized void keep(ByteArrayOutputStream stream, byte[] bytes, int offset, int length) {
		int room = Printed.MOST - this.output.size() - this.errors.size();
		stream.write(bytes, offset, Math.min(length, room));
		if (length > room) {
			this.exit.completeExceptionally(new TooMuch());
		}
	}

	private final class Kept extends OutputStream {

		private final ByteArrayOutputStream stream;

		private Kept(ByteArrayOutputStream stream) {
			this.stream = stream;
		}

		@Override
		public void write(int one) {
			write(new byte[] { (byte) one }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			keep(this.stream, bytes, offset, length);
		}

	}

	private static final class TooMuch extends Exception {

	}

}
