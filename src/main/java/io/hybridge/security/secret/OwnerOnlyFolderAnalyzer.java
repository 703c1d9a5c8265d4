package io.hybridge.security.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which folder cannot be made, and how to name another. */
class OwnerOnlyFolderAnalyzer extends AbstractFailureAnalyzer<OwnerOnlyFolder.NotMade> {

	@Override
	protected FailureAnalysis analyze(Throwable root, OwnerOnlyFolder.NotMade cause) {
		return new FailureAnalysis("The data folder %s cannot be created.".formatted(cause.folder()),
				"Let this account write there, or name another folder: --hybridge.data=...", cause);
	}

}
