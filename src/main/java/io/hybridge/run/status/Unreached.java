package io.hybridge.run.status;

import io.hybridge.exchange.ladder.FailedRung;
import io.hybridge.web.text.StoredMessage;

/**
 * A server that could not be asked.
 *
 * @param server its name
 * @param failure code of the text that explains it
 */
public record Unreached(String server, String failure) {

	private static final String REASON = "step.unreached";

	/** The one that a reason tells of, or null where it tells of something else. */
	static Unreached in(StoredMessage reason) {
		return reason.key().equals(REASON) ? new Unreached(reason.values().getFirst(), reason.values().getLast())
				: null;
	}

	/** One sentence: which server, and what does not hold there. */
	public StoredMessage reason() {
		return StoredMessage.of(REASON, this.server, StoredMessage.of(brief()), this.failure);
	}

	private String brief() {
		return FailedRung.of(this.failure).map((rung) -> "connection.not." + rung).orElse("connection.not");
	}

	/** What it means and what to do about it. */
	public StoredMessage advice() {
		return StoredMessage.of("failure." + this.failure, this.server);
	}

	/** Where it is mended, below the page of the organization. */
	public String place() {
		return "/connection" + (this.server.contains(".") ? "/" + this.server : "");
	}

}
