package io.hybridge.enablement.run;

import java.time.Instant;

/**
 * How the probe of one server stands, in the reader's words.
 *
 * @param server short name
 * @param status key of the status word
 * @param restart of the health manager
 * @param pause for the server to forget the time without push
 * @param result what the probe showed, or null
 * @param unseen why there is none and will be none, or null
 */
record ProbeView(String server, String status, Restart restart, Pause pause, Result result, Unseen unseen) {

	public boolean succeeded() {
		return this.status.equals("succeeded");
	}

	/**
	 * How the restart of the health manager stands.
	 *
	 * @param key of its sentence
	 * @param at when it was sent or is known to have happened, or null before
	 */
	record Restart(String key, Instant at) {
	}

	/**
	 * The wait between the restart and the probe.
	 *
	 * @param under whether it goes on
	 * @param until when the probe runs, or null
	 * @param probedAt when it ran, or null
	 * @param seconds its length
	 */
	record Pause(boolean under, Instant until, Instant probedAt, long seconds) {
	}

	/**
	 * What a probe showed, as it wrote it.
	 *
	 * @param type of the result
	 * @param error or null
	 * @param exception or null
	 */
	record Result(String type, String error, String exception) {
	}

	/**
	 * Why nothing was seen.
	 *
	 * @param reason one sentence
	 * @param evidence word for word, or null
	 */
	record Unseen(String reason, String evidence) {
	}

}
