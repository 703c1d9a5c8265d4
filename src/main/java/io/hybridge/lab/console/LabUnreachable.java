package io.hybridge.lab.console;

/** The lab does not answer at its control endpoint. */
class LabUnreachable extends RuntimeException {

	LabUnreachable(String reason, Throwable cause) {
		super(reason, cause);
	}

}
