package io.hybridge.database;

import java.sql.SQLException;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The H2 file can be open in one process only. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class LockedDatabaseAnalyzer implements FailureAnalyzer {

	/** What H2 answers when another process has the file. */
	private static final int ALREADY_OPEN = 90020;

	@Override
	public FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && sql.getErrorCode() == ALREADY_OPEN) {
				return new FailureAnalysis("The database file is open in another process, perhaps another Hybridge.",
						"Stop that process, start with another folder (--hybridge.data=...), or use PostgreSQL, which "
								+ "several consoles can share.",
						cause);
			}
		}
		return null;
	}

}
