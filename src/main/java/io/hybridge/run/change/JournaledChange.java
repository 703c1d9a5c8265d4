package io.hybridge.run.change;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.hybridge.step.change.Change;

/**
 * A change as the journal knows it: what it says, how it stands, and what was tried and
 * seen.
 *
 * @param id of the journal's row
 * @param state how it stands
 * @param attempts how it was tried
 * @param nextAt when it may be tried or looked for again, or null
 * @param evidence what came back
 */
public record JournaledChange(long id, Change change, ChangeState state, Attempts attempts, Instant nextAt,
		Evidence evidence) {

	/**
	 * How often a change was sent and looked for.
	 *
	 * @param sent how often it was sent
	 * @param looks how often it was looked for in vain since the newest attempt
	 * @param intentAt when the newest attempt was recorded, or null
	 * @param deadlineAt until when the remote side may still be at it, or null where
	 * nobody knows
	 */
	public record Attempts(int sent, int looks, Instant intentAt, Instant deadlineAt) {
	}

	/**
	 * What came back of a change, word for word.
	 *
	 * @param found by the look that decided, or null
	 * @param fields JSON of the record that the newest attempt was answered with, or null
	 * @param text the answer or the failure, or null
	 * @param madeAs JSON of as whom it was made in Microsoft 365, or null
	 */
	public record Evidence(String found, String fields, String text, String madeAs) {
	}

	/** Whether nothing but a look can tell what became of the newest attempt. */
	public boolean answerMissing() {
		return this.evidence.fields() == null;
	}

	/** Whether it was sent, and not even an answer came. */
	public boolean unanswered() {
		return this.state == ChangeState.UNKNOWN && answerMissing();
	}

	/** Whether it was accepted, and is not visible yet. */
	public boolean accepted() {
		return this.state == ChangeState.UNKNOWN && !answerMissing();
	}

	/** Whether it was ever sent. */
	public boolean touched() {
		return this.attempts.sent() > 0;
	}

	/**
	 * Whether it is to be left alone for now.
	 * @return true when its next moment is still to come
	 */
	public boolean restsAt(Instant now) {
		return this.nextAt != null && this.nextAt.isAfter(now);
	}

	/**
	 * Names the newest attempt, so that the record of its end finds that of its start.
	 */
	String pair() {
		return pair(this.attempts.sent());
	}

	/** Names the attempts before the newest one. */
	List<String> formerPairs() {
		return IntStream.range(1, this.attempts.sent()).mapToObj(this::pair).toList();
	}

	private String pair(int attempt) {
		return "change-" + this.id + "-" + attempt;
	}

}
