package io.hybridge.exchange;

import java.time.Instant;

/**
 * What the push probe of one server reported.
 *
 * @param server fully qualified
 * @param resultType {@code Succeeded} when the probe got through
 * @param error empty when it succeeded
 * @param exception empty when it succeeded
 * @param startedAt by the server's clock
 * @param endedAt by the server's clock
 * @param evidence the decoded answer, word for word
 */
public record ProbeResult(String server, String resultType, String error, String exception, Instant startedAt,
		Instant endedAt, String evidence) {

	public boolean succeeded() {
		return succeeded(this.resultType, this.error, this.exception);
	}

	/**
	 * The one rule by which a probe is a proof, for what was kept of its result too.
	 * @param resultType as the probe wrote it, or null
	 * @param error as the probe wrote it, or null
	 * @param exception as the probe wrote it, or null
	 * @return whether the probe got through
	 */
	public static boolean succeeded(String resultType, String error, String exception) {
		return "Succeeded".equals(resultType) && isEmpty(error) && isEmpty(exception);
	}

	private static boolean isEmpty(String text) {
		return text == null || text.isEmpty();
	}

}
