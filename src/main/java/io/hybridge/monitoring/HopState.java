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
 */
record HopState(Place place, State state, String status, StoredMessage reason) {

	static final String OLD = "old";

	private static final String SIGN_IN_NEEDED = "finding.sign-in-needed.brief";

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
		State state = needsSignIn(step) ? State.UNKNOWN : state(step.state());
		return new HopState(place, state, step.state().status(), step.reason());
	}

	boolean old() {
		return OLD.equals(this.status);
	}

	HopState behind(HopState before) {
		return (before.state == State.PROVED || before.old()) ? this
				: new HopState(this.place, State.NOT_REACHED, "not-reached", null);
	}

	static boolean needsSignIn(StepStatus step) {
		return step.reason().key().equals(SIGN_IN_NEEDED);
	}

	private static State state(StepState state) {
		return switch (state) {
			case IN_EFFECT -> State.PROVED;
			case CONFLICT, NEEDS_ATTENTION -> State.BROKEN;
			case UNKNOWN, RUNNING -> State.UNKNOWN;
			case APPLIED, READY_TO_PLAN -> State.WAITING;
			case CANNOT_START, NOT_STARTED -> State.NOT_REACHED;
		};
	}

}
