package io.hybridge.enablement.run;

import java.time.Instant;
import java.util.List;

import io.hybridge.exchange.ExchangeAnswer.Field;
import io.hybridge.run.change.ChangeState;
import io.hybridge.web.DisplayValue;

/**
 * How one change of a run stands, in the reader's words.
 *
 * @param view what it is, with the values before and after
 * @param where Exchange or Microsoft 365
 * @param standing how it stands
 * @param timeline what happened to it
 * @param conflict what a person must decide on, or null
 * @param fields the cmdlet's record, may be empty
 * @param evidence word for word, or null
 */
record ChangeProgress(ChangeView view, String where, Standing standing, Timeline timeline, Conflict conflict,
		List<Field> fields, String evidence) {

	public String title() {
		return this.view.title();
	}

	/** Key of the word above the value that it was to bring. */
	public String afterKey() {
		return (this.standing.state == ChangeState.DONE || this.standing.state == ChangeState.ALREADY_SO)
				? "web.change.after" : "web.change.wanted";
	}

	public boolean unanswered() {
		return this.standing.state == ChangeState.UNKNOWN && !this.standing.accepted;
	}

	/** Whether it was sent, and its end is still to be found out. */
	public boolean underWay() {
		return this.standing.state == ChangeState.SENT || this.standing.state == ChangeState.UNKNOWN;
	}

	public boolean made() {
		return this.standing.state == ChangeState.DONE;
	}

	/**
	 * How a change stands.
	 *
	 * @param state as it is kept
	 * @param accepted whether the other side said that it is made
	 * @param first whether it is the first of its run
	 * @param over whether its run has ended
	 */
	record Standing(ChangeState state, boolean accepted, boolean first, boolean over) {

		public boolean waiting() {
			return this.state == ChangeState.WAITING;
		}

		/** Key of the status word. */
		public String status() {
			return switch (this.state) {
				case WAITING -> this.over ? "not-reached" : "waiting";
				case SENT -> "running";
				case UNKNOWN -> this.accepted ? "waiting" : "unknown";
				case DONE -> "done";
				case ALREADY_SO -> "already-so";
				case NOT_DONE -> "not-done";
				case CONFLICT -> "conflict";
			};
		}

		/** Key of the sentence that says why nothing has happened, or null. */
		public String noteKey() {
			if (this.state == ChangeState.UNKNOWN && this.accepted) {
				return "run.change.accepted";
			}
			if (!waiting()) {
				return null;
			}
			return this.over ? "run.change.not-reached" : (this.first ? null : "run.change.waiting");
		}

	}

	/**
	 * What happened to a change.
	 *
	 * @param lines in order
	 * @param next what happens next, or null
	 * @param refusedToAccount whether another account may be let do it
	 */
	record Timeline(List<Line> lines, Next next, boolean refusedToAccount) {
	}

	/**
	 * One line of a time line.
	 *
	 * @param text what happened
	 */
	record Line(Instant at, String text) {
	}

	/**
	 * The known end of a pause.
	 *
	 * @param at when it ends
	 * @param key of the sentence, which takes the seconds until then
	 */
	record Next(Instant at, String key) {
	}

	/**
	 * Three values of which a person must choose.
	 *
	 * @param before the change
	 * @param wanted by it
	 * @param found instead
	 */
	record Conflict(DisplayValue before, DisplayValue wanted, DisplayValue found) {
	}

}
