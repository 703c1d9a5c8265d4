package io.hybridge.audit.reading;

import java.time.Instant;
import java.util.List;

import io.hybridge.web.Status;
import io.hybridge.web.text.SentencePart;

/**
 * A record of the audit log in the reader's language and zone, ready to be written into a
 * list.
 *
 * @param id its address
 * @param full date, time and zone
 * @param minute time of day
 * @param sentence what happened
 * @param runId or null
 * @param run the run's name, or null
 * @param reason or ticket that the person named, or null
 * @param organization its name then, or the word for the console
 * @param outcome how it ended
 * @param halves its attempt and its result, oldest first, where there is more than one
 * @param deeds what the run did, where it is a run's result
 * @param allDeeds address of all of them where more were done than these, or null
 */
public record AuditView(long id, Instant at, String full, String minute, List<SentencePart> sentence, Long runId,
		String run, String reason, String organization, Status outcome, List<Half> halves, List<AuditView> deeds,
		String allDeeds) {

	/**
	 * Whether there is more to say in a list than the sentence does; a run alone is said
	 * by the record.
	 */
	public boolean isExplained() {
		return this.reason != null || !this.halves.isEmpty() || !this.deeds.isEmpty();
	}

	/**
	 * One of the records that tell of the same deed.
	 *
	 * @param id its address
	 * @param second time of day
	 * @param outcome in the reader's words
	 */
	public record Half(long id, Instant at, String second, String outcome) {
	}

}
