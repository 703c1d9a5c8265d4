package io.hybridge.database;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the tables up to this version. Tables of a newer one, or such that an earlier
 * start left half done, are refused before anything is changed.
 */
@Component
class Schema implements FlywayMigrationStrategy {

	@Override
	public void migrate(Flyway flyway) {
		MigrationInfo[] all = flyway.info().all();
		first(all, Schema::isHalfDone).ifPresent((migration) -> {
			throw new SchemaUnusable(Reason.HALF_DONE, "version " + migration.getVersion(), null);
		});
		first(all, Schema::isNewer).ifPresent((migration) -> {
			throw new SchemaUnusable(Reason.NEWER, "version " + migration.getVersion(), null);
		});
		try {
			patient(flyway).migrate();
		}
		catch (FlywayException ex) {
			throw new SchemaUnusable(Reason.NOT_DONE, ex.getMessage(), ex);
		}
	}

	/** A change of large tables may take longer than any page may. */
	private static Flyway patient(Flyway flyway) {
		return Flyway.configure()
			.configuration(flyway.getConfiguration())
			.dataSource(PostgreSqlTimeouts.without(flyway.getConfiguration().getDataSource()))
			.load();
	}

	private static Optional<MigrationInfo> first(MigrationInfo[] all, Predicate<MigrationInfo> those) {
		return Arrays.stream(all).filter(those).findFirst();
	}

	private static boolean isHalfDone(MigrationInfo migration) {
		return migration.getState().isFailed();
	}

	private static boolean isNewer(MigrationInfo migration) {
		return migration.getState().isApplied() && !migration.getState().isResolved();
	}

	/** These tables are not this program's to use. */
	static class SchemaUnusable extends RuntimeException {

		private final Reason reason;

		SchemaUnusable(Reason reason, String what, Throwable cause) {
			super(what, cause);
			this.reason = reason;
		}

		Reason reason() {
			return this.reason;
		}

	}

	/** Why tables cannot be used. */
	enum Reason {

		NEWER, HALF_DONE, NOT_DONE

	}

}
