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
		return "Succeeded".equals(this.resultType) && this.error.isEmpty() && this.exception.isEmpty();
	}

}
