package io.hybridge.run.probe;

import java.time.Instant;

import io.hybridge.exchange.ProbeResult;

/**
 * The probe of one server as the journal knows it.
 *
 * @param id of the journal's row
 * @param server fully qualified name
 * @param state how it stands
 * @param restart of its health manager
 * @param outcome what came of it, or why nothing came
 */
public record JournaledProbe(long id, String server, ProbeState state, Restart restart, Outcome outcome) {

	/** Whether there is nothing to do for it yet. */
	public boolean rests(Instant now) {
		return this.restart.dueAt() != null && this.restart.dueAt().isAfter(now);
	}

	/** Whether a restart was recorded, and nobody has seen it. */
	boolean restartMissing() {
		return this.state == ProbeState.RESTARTING || this.state == ProbeState.UNKNOWN;
	}

	/** Whether it failed and is repeated, for it may have come too early. */
	public boolean repeated() {
		return this.state == ProbeState.WAITING && this.restart.dueAt() != null;
	}

	/**
	 * What its failure means; asked only where it has ended and did not succeed.
	 * @return never nothing
	 */
	public ProbeFailure failure() {
		return (this.state == ProbeState.NOT_REACHED) ? ProbeFailure.notAsked(this.outcome.error())
				: ProbeFailure.of(this.outcome.error(), this.outcome.exception());
	}

	/**
	 * The restart of the health manager that comes before the probe.
	 *
	 * @param attempts how often it was sent
	 * @param intentAt when the newest attempt was recorded, or null
	 * @param startedBefore since when the service ran before, by its server's clock, or
	 * null when it did not
	 * @param at when it was known to have happened, by the console's clock, or null
	 * @param dueAt when the probe may run, or be repeated, or null
	 */
	public record Restart(int attempts, Instant intentAt, Instant startedBefore, Instant at, Instant dueAt) {

		/**
		 * Whether a service that runs since then was restarted by us. Only moments of the
		 * same clock are compared, the server's.
		 * @param started since when it runs
		 * @return whether it was restarted after the intent
		 */
		public boolean seenIn(Instant started) {
			return this.startedBefore == null || started.isAfter(this.startedBefore);
		}

	}

	/**
	 * How the probe ended.
	 *
	 * @param at when, or null while it has not
	 * @param resultType as the probe wrote it
	 * @param error as the probe wrote it, or the code of the failure that kept it from
	 * running
	 * @param exception as the probe wrote it
	 * @param evidence word for word
	 */
	public record Outcome(Instant at, String resultType, String error, String exception, String evidence) {

		public boolean succeeded() {
			return ProbeResult.succeeded(this.resultType, this.error, this.exception);
		}

	}

}
