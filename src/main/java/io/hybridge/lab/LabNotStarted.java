package io.hybridge.lab;

/** The lab cannot start, for a reason that is told in one sentence. */
public final class LabNotStarted extends RuntimeException {

	public LabNotStarted(String sentence) {
		super(sentence);
	}

}
