package io.hybridge.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import io.hybridge.database.Schema.SchemaUnusable;

/** Says why the tables are not used, and with what they can be. */
class SchemaAnalyzer extends AbstractFailureAnalyzer<SchemaUnusable> {

	@Override
	protected FailureAnalysis analyze(Throwable root, SchemaUnusable cause) {
		return switch (cause.reason()) {
			case NEWER -> new FailureAnalysis(
					"A newer Hybridge has already used this database (%s).".formatted(cause.getMessage()),
					"Start that version or a later one, or put back the backup that was made before the update. "
							+ "Nothing was changed.",
					cause);
			case HALF_DONE -> new FailureAnalysis(
					"An earlier start could not finish bringing the tables up to date (%s)."
						.formatted(cause.getMessage()),
					"Put back the backup that was made before the update, then start again. Nothing was changed now.",
					cause);
			case NOT_DONE -> new FailureAnalysis(
					"The tables cannot be brought up to date: %s".formatted(cause.getMessage()),
					"Put back the backup that was made before the update. If this happens again, report it with this text.",
					cause);
		};
	}

}
