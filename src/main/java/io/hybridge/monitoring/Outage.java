package io.hybridge.monitoring;

import java.util.Comparator;

import io.hybridge.run.status.StepStatus;
import io.hybridge.step.examination.StepState;

/** What fails for users now, and so comes before what is only not done yet. */
final class Outage {

	/** Steps with an outage before those without. */
	static final Comparator<StepStatus> FIRST = Comparator.comparing((step) -> !in(step));

	private static final String AUTH_CERTIFICATE_EXPIRED = "finding.certificate-expired.brief";

	private Outage() {
	}

	static boolean in(StepStatus step) {
		return step.state() == StepState.NEEDS_ATTENTION && step.reason().key().equals(AUTH_CERTIFICATE_EXPIRED);
	}

}
