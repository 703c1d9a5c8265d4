package io.hybridge.web.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the setting that was probably meant. */
class UnknownPropertyAnalyzer extends AbstractFailureAnalyzer<UnknownProperty> {

	@Override
	protected FailureAnalysis analyze(Throwable root, UnknownProperty cause) {
		return new FailureAnalysis("Hybridge knows no setting '%s' (from %s).".formatted(cause.name(), cause.origin()),
				"The nearest one is '%s'. Correct the name or remove the setting.".formatted(cause.nearest()), cause);
	}

}
