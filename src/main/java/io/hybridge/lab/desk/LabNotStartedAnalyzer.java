package io.hybridge.lab.desk;

import io.hybridge.lab.LabNotStarted;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the lab inside the console does not start. */
class LabNotStartedAnalyzer extends AbstractFailureAnalyzer<LabNotStarted> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, LabNotStarted cause) {
		return new FailureAnalysis(cause.getMessage(), null, cause);
	}

}
