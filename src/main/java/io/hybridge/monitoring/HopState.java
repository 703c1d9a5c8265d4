package io.hybridge.monitoring;

import io.hybridge.run.status.StepStatus;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.PathHop.Place;
import io.hybridge.web.PathHop.State;
import io.hybridge.web.text.StoredMessage;

/**
 * One hop before it is put into words.
 *
 * @param place which
 * @param state decides the line
 * @param status key of the status word, or null
 * @param reason one line of evidence, or null
 * @param badge the number on the phone, or null
 */
record HopState(Place place, State state, String status, StoredMessage reason, Integer badge) {

	HopState(Place place, State state, String status, StoredMessage reason) {
		this(place, state, status, reason, null);
	}

	static HopState unbuilt(Place place) {
		return new HopState(place, State.NOT_REACHED, null,
				StoredMessage.of("monitoring.hop." + place.getIcon() + ".built"));
	}

	static HopState broken(Place place, StoredMessage evidence) {
		return new HopState(place, State.BROKEN, "attention", evidence);
	}

	static HopState waiting(Place place, String status, StoredMessage evidence) {
		return new HopState(place, State.WAITING, status, evidence);
	}

	static HopState of(Place place, StepStatus step) {
		State state = step.needsSignIn() ? State.UNKNOWN : state(step.state());
		return new HopState(place, state, step.status(), step.reason());
	}

	/** A hop that was proved when it was looked at last. */
	static HopState proved(Place place, StepStatus step, StoredMessage evidence) {
		return step.goodLongAgo() ? waiting(place, StepState.OLD.status(), evidence)
				: new HopState(place, State.PROVED, "in-effect", evidence);
	}

	/** Whether it carries, or did when it was looked at last. */
	boolean carried() {
		return this.state == State.PROVED || StepState.OLD.status().equals(this.status);
	}

	/** A hop behind one that is not proved is not reached. */
	HopState behind(HopState before) {
		return before.carried() ? this : new HopState(this.place, State.NOT_REACHED, "not-reached", null);
	}

	/** What was seen on a phone when it was seen last. */
	HopState lastSeen(StoredMessage evidence, Integer number) {
		return new HopState(this.place, this.state, this.status, evidence, number);
	}

	/** Not drawn as the break, where another hop is it. */
	HopState besideTheBreak() {
		return (this.state == State.BROKEN)
				? new HopState(this.place, State.WAITING, this.status, this.reason, this.badge) : this;
	}

	private static State state(StepState state) {
		return switch (state) {
			case IN_EFFECT -> State.PROVED;
			case OUTAGE, CONFLICT, NEEDS_ATTENTION -> State.BROKEN;
			case UNKNOWN, UNSEEN, PARKED, RUNNING -> State.UNKNOWN;
			case OLD, APPLIED, READY_TO_PLAN -> State.WAITING;
			case CANNOT_START, NOT_STARTED, TAKEN_BACK -> State.NOT_REACHED;
		};
	}

}
