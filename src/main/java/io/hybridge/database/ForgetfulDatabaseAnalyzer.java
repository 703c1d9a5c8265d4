package io.hybridge.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import io.hybridge.database.DurableBooks.ForgetfulDatabase;

/** Says which setting of PostgreSQL would lose what was done when the power fails. */
class ForgetfulDatabaseAnalyzer extends AbstractFailureAnalyzer<ForgetfulDatabase> {

	@Override
	protected FailureAnalysis analyze(Throwable root, ForgetfulDatabase cause) {
		return new FailureAnalysis(
				"PostgreSQL runs with %s = off: after a loss of power it could have forgotten a change that was made."
					.formatted(cause.setting()),
				"Set %1$s = on for this database, for instance: alter database hybridge set %1$s = on; (fsync in postgresql.conf)."
					.formatted(cause.setting()),
				cause);
	}

}
