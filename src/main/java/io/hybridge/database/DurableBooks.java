package io.hybridge.database;

import java.sql.DatabaseMetaData;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Brings what was committed onto the disk before anything is done of which it tells.
 * PostgreSQL does that with every commit, and is refused at the start where it does not;
 * H2 leaves it to the operating system until it is told.
 */
@Component
public class DurableBooks {

	private final JdbcClient jdbc;

	private final DatabaseDriver driver;

	DurableBooks(JdbcClient jdbc, DataSource database) {
		this.jdbc = jdbc;
		this.driver = driver(database);
		if (this.driver == DatabaseDriver.POSTGRESQL) {
			requireDurableCommits();
		}
	}

	/**
	 * Returns once everything committed so far would outlive a loss of power. Call it
	 * outside a transaction: what is not committed is not kept.
	 */
	public void force() {
		if (this.driver == DatabaseDriver.H2) {
			this.jdbc.sql("checkpoint sync").update();
		}
	}

	private void requireDurableCommits() {
		for (String setting : new String[] { "synchronous_commit", "fsync" }) {
			if (this.jdbc.sql("select current_setting(?)").param(setting).query(String.class).single().equals("off")) {
				throw new ForgetfulDatabase(setting);
			}
		}
	}

	private static DatabaseDriver driver(DataSource database) {
		try {
			return DatabaseDriver
				.fromProductName(JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName));
		}
		catch (MetaDataAccessException ex) {
			throw new IllegalStateException("The database does not say which it is", ex);
		}
	}

	/** PostgreSQL answers a commit before it is on the disk. */
	static class ForgetfulDatabase extends RuntimeException {

		private final String setting;

		ForgetfulDatabase(String setting) {
			super("PostgreSQL runs with " + setting + " = off");
			this.setting = setting;
		}

		String setting() {
			return this.setting;
		}

	}

}
