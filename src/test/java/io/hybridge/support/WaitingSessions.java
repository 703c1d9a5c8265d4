package io.hybridge.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the database itself, beside every transaction, who waits there for what another
 * one holds.
 */
public class WaitingSessions {

	private static final String H2 = "select count(*) from information_schema.sessions where blocker_id is not null";

	private static final String POSTGRESQL = "select count(*) from pg_stat_activity"
			+ " where datname = current_database() and wait_event_type = 'Lock'";

	private final DataSource database;

	WaitingSessions(DataSource database) {
		this.database = database;
	}

	/** Returns once it waits there; fails where it has ended instead. */
	public void await(Future<?> work) {
		Waiting.await().until(() -> count() > 0 || work.isDone());
		assertThat(work).isNotDone();
	}

	private int count() throws SQLException {
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			boolean h2 = "H2".equals(connection.getMetaData().getDatabaseProductName());
			try (ResultSet rows = statement.executeQuery(h2 ? H2 : POSTGRESQL)) {
				rows.next();
				return rows.getInt(1);
			}
		}
	}

}
