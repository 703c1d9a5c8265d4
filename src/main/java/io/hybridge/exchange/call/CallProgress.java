package io.hybridge.exchange.call;

import java.time.Duration;

import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;

/**
 * How far one call has come: what a failure now would mean for the other side, and how
 * much time is left.
 */
public final class CallProgress {

	private final String server;

	private final boolean changes;

	private final long ends;

	private volatile boolean lastPieceBegun;

	private volatile boolean lastPieceTaken;

	/**
	 * The beginning of a call.
	 * @param server that is called
	 * @param changes whether what is called may change anything
	 * @param deadline how long the call may take
	 */
	public CallProgress(String server, boolean changes, Duration deadline) {
		this.server = server;
		this.changes = changes;
		this.ends = System.nanoTime() + deadline.toNanos();
	}

	public String server() {
		return this.server;
	}

	public Duration left() {
		return Duration.ofNanos(this.ends - System.nanoTime());
	}

	/**
	 * How long the next thing may take.
	 * @param most at most
	 * @throws RemoteFailure when the call's time is up
	 */
	public Duration left(Duration most) {
		Duration left = left();
		if (!left.isPositive()) {
			throw timeUp();
		}
		return (left.compareTo(most) < 0) ? left : most;
	}

	/** From here on the script may run, whatever is heard of it. */
	public void lastPieceBegins() {
		this.lastPieceBegun = true;
	}

	public void lastPieceIsTaken() {
		this.lastPieceTaken = true;
	}

	public boolean mayHaveRun() {
		return this.lastPieceBegun;
	}

	/** What only looks has no effect to wonder about, however little is heard of it. */
	public Effect effect() {
		return (this.lastPieceBegun && this.changes) ? Effect.POSSIBLE : Effect.NONE;
	}

	/**
	 * A failure of which only the stage tells whether the script may have run.
	 * @param code of the text
	 * @param evidence the server's words
	 */
	public RemoteFailure failure(String code, String evidence) {
		return RemoteFailure.of(this.server, effect(), code, evidence);
	}

	/** The call's time is up. That the script was ended is not known yet. */
	public RemoteFailure timeUp() {
		return this.lastPieceBegun ? failure("exchange.deadline-not-ended", "")
				: RemoteFailure.withoutEffect(this.server, "exchange.deadline-before-start", "").worthRetrying();
	}

	/** The same failure, now that it is proved that the script runs no more. */
	public RemoteFailure ended(RemoteFailure failure) {
		boolean late = failure.code().equals("exchange.deadline-not-ended");
		return (late ? failure("exchange.deadline", "") : failure).provedOver();
	}

	/**
	 * A failure because the server said no: what it refuses it has not passed on, so that
	 * even the refusal of the last piece proves that the script never had its input.
	 * @param code of the text
	 * @param evidence the server's words
	 */
	public RemoteFailure refusal(String code, String evidence) {
		return this.lastPieceTaken ? failure(code, evidence) : RemoteFailure.withoutEffect(this.server, code, evidence);
	}

}
