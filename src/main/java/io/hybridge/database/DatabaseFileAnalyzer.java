package io.hybridge.database;

import java.sql.SQLException;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why the file of H2 cannot be used; nothing in it was changed. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseFileAnalyzer implements FailureAnalyzer {

	private static final String RESTORE = "Put the database back from a backup: move hybridge.mv.db out of the folder and "
			+ "keep it, then run: java -jar hybridge.jar restore FILE. The file that is there was left as it is.";

	@Override
	public FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql) {
				FailureAnalysis analysis = analysis(sql);
				if (analysis != null) {
					return analysis;
				}
			}
		}
		return null;
	}

	private static FailureAnalysis analysis(SQLException cause) {
		return switch (cause.getErrorCode()) {
			case 90020 -> new FailureAnalysis("The database file is open in another process, perhaps another Hybridge.",
					"Stop that process, start with another folder (--hybridge.data=...), or use PostgreSQL, which "
							+ "several consoles can share.",
					cause);
			case 90030 -> new FailureAnalysis("The database file is damaged.", RESTORE, cause);
			case 90048 ->
				new FailureAnalysis("The database file was written by another version of H2.", RESTORE, cause);
			case 90028, 90031 ->
				new FailureAnalysis("The database file cannot be read, or is no database: " + cause.getMessage(),
						"See that the disk is there and this account may read and write the file. " + RESTORE, cause);
			case 90097 -> new FailureAnalysis("The database file can only be read, not written.",
					"Let the account of the console write the file and its folder, and see that the disk is not mounted "
							+ "for reading only.",
					cause);
			default -> null;
		};
	}

}
