package io.hybridge.security.secret;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Says what is wrong with the key of the secrets or the folder it lies in, and how to
 * mend it.
 */
class KeyFileAnalyzer implements FailureAnalyzer {

	@Override
	public FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof KeyDoesNotFit wrong) {
				return new FailureAnalysis(description(wrong), action(wrong), cause);
			}
			if (cause instanceof OwnerOnlyFolder.OpenToOthers open) {
				return new FailureAnalysis(
						"Others on this machine can read the data folder %s.".formatted(open.folder()),
						"Take the permission away: chmod 700 %s. If somebody may have copied what is in it, change the "
							.formatted(open.folder()) + "passwords that this console stores.",
						cause);
			}
			if (cause instanceof OwnerOnlyFile.OpenToOthers open) {
				return new FailureAnalysis("Others on this machine can read the key file %s.".formatted(open.path()),
						"Take the permission away: chmod 600 %s. If somebody may have copied the key, change the "
							.formatted(open.path()) + "passwords that this console stores.",
						cause);
			}
		}
		return null;
	}

	private static String description(KeyDoesNotFit wrong) {
		return switch (wrong.reason()) {
			case MISSING -> "This database contains secrets, but their key file %s is missing.".formatted(wrong.path());
			case OTHER_KEY -> "The key file %s does not belong to this database.".formatted(wrong.path());
			case NO_KEY -> "The file %s contains no key of 256 bits.".formatted(wrong.path());
			case NEW_DATABASE ->
				"The key file %s is that of an earlier installation, but its database is missing or empty."
					.formatted(wrong.path());
		};
	}

	private static String action(KeyDoesNotFit wrong) {
		return switch (wrong.reason()) {
			case MISSING, OTHER_KEY, NO_KEY ->
				"Put the key file that belongs to this database back from the backup; without it the stored "
						+ "passwords and sign-ins cannot be read.";
			case NEW_DATABASE ->
				"Put the database back from the backup, or correct its address. For a new installation name "
						+ "another folder (--hybridge.data=...), or move the key file away.";
		};
	}

}
