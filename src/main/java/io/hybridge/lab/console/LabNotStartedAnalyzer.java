package io.hybridge.lab.console;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import io.hybridge.lab.LabNotStarted;

/** Says in one sentence why the lab inside the console does not start. */
class LabNotStartedAnalyzer extends AbstractFailureAnalyzer<LabNotStarted> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, LabNotStarted cause) {
		return new FailureAnalysis(cause.getMessage(), null, cause);
	}

}
