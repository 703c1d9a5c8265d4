package io.hybridge.enablement.run;

import java.time.Instant;

/**
 * How the probe of one server stands, in the reader's words.
 *
 * @param server short name
 * @param host fully qualified name
 * @param status key of the status word
 * @param restart of the health manager
 * @param pause for the server to forget the time without push
 * @param result what a successful probe showed, or null
 * @param trouble what its failure means, or null
 * @param words what was said of it, word for word, may be empty
 */
record ProbeView(String server, String host, String status, Restart restart, Pause pause, Result result,
		ProbeTrouble.Meaning trouble, String words) {

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

}
