package io.hybridge.monitoring;

import java.util.Arrays;
import java.util.Optional;

/** How an organization stands as a whole, from worst to best. */
enum OverallState {

	CONFLICT("conflict"), ATTENTION("attention"), UNKNOWN("unknown"), OLD("old"), RUNNING("running"), READY("ready"),
	APPLIED("applied"), CANNOT_START("cannot-start"), NOT_STARTED("not-started"), IN_EFFECT("in-effect");

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

	static Optional<OverallState> ofStatus(String status) {
		return Arrays.stream(values()).filter((standing) -> standing.status.equals(status)).findFirst();
	}

}
