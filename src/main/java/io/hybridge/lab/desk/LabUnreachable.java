package io.hybridge.lab.desk;

/** The lab does not answer at its control endpoint. */
class LabUnreachable extends RuntimeException {

	LabUnreachable(String reason, Throwable cause) {
		super(reason, cause);
	}

}
