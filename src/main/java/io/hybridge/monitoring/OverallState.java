package io.hybridge.monitoring;

import java.util.Arrays;
import java.util.Optional;

import io.hybridge.step.examination.StepState;

/** How an organization stands as a whole, from worst to best. */
enum OverallState {

	CONFLICT("conflict"), ATTENTION("attention"), UNSEEN("unseen"), UNKNOWN("unknown"), OLD("old"), PARKED("parked"),
	RUNNING("running"), READY("ready"), APPLIED("applied"), CANNOT_START("cannot-start"), NOT_STARTED("not-started"),
	TAKEN_BACK("taken-back"), IN_EFFECT("in-effect");

	private final String status;

	OverallState(String status) {
		this.status = status;
	}

	String status() {
		return this.status;
	}

	boolean needsAttention() {
		return this == CONFLICT || this == ATTENTION;
	}

	/** What an organization is whose leading step stands so. */
	static OverallState of(StepState leading) {
		return switch (leading) {
			case CONFLICT -> CONFLICT;
			case OUTAGE, NEEDS_ATTENTION -> ATTENTION;
			case UNSEEN -> UNSEEN;
			case UNKNOWN -> UNKNOWN;
			case OLD -> OLD;
			case PARKED -> PARKED;
			case RUNNING -> RUNNING;
			case READY_TO_PLAN -> READY;
			case APPLIED -> APPLIED;
			case CANNOT_START -> CANNOT_START;
			case NOT_STARTED -> NOT_STARTED;
			case TAKEN_BACK -> TAKEN_BACK;
			case IN_EFFECT -> IN_EFFECT;
		};
	}

	static Optional<OverallState> ofStatus(String status) {
		return Arrays.stream(values()).filter((standing) -> standing.status.equals(status)).findFirst();
	}

}
