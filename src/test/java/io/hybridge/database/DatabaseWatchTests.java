package io.hybridge.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseWatchTests {

	private final AtomicBoolean ended = new AtomicBoolean();

	@TempDir
	private Path folder;

	private HikariDataSource database;

	private DatabaseWatch watch;

	@BeforeEach
	void isOpen() throws SQLException {
		HikariConfig settings = new HikariConfig();
		settings.setJdbcUrl("jdbc:h2:file:retry:" + this.folder.resolve("hybridge") + ";WRITE_DELAY=0");
		settings.setMaximumPoolSize(4);
		settings.setConnectionTimeout(1_000);
		this.database = new HikariDataSource(settings);
		this.watch = new DatabaseWatch(this.database, () -> this.ended.set(true));
		run("create table flyway_schema_history (id int)");
		run("insert into flyway_schema_history values (1)");
		run("checkpoint sync");
	}

	@AfterEach
	void closes() {
		this.watch.stop();
		this.database.close();
	}

	/** What H2 does itself where memory ends while it writes. */
	@Test
	@Faults("F76")
	void aDatabaseThatHasClosedItselfIsOpenAgainWithWhatWasInIt() throws SQLException {
		closeTheStore();
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> run("insert into flyway_schema_history values (2)"));
		this.watch.look();
		this.watch.look();
		run("insert into flyway_schema_history values (3)");
		assertThat(this.ended).isFalse();
	}

	@Test
	@Faults("F86")
	void aConsoleThatCannotOpenItEnds() {
		this.database.close();
		for (int i = 1; i < DatabaseWatch.PATIENCE; i++) {
			this.watch.look();
		}
		assertThat(this.ended).isFalse();
		this.watch.look();
		assertThat(this.ended).isTrue();
	}

	/** Every connection is at work: nothing is wrong with the database. */
	@Test
	void aBusyConsoleIsNeitherClosedNorEnded() throws SQLException {
		this.database.getHikariConfigMXBean().setConnectionTimeout(250);
		List<Connection> busy = new ArrayList<>();
		for (int i = 0; i < this.database.getMaximumPoolSize(); i++) {
			busy.add(this.database.getConnection());
		}
		for (int i = 0; i <= DatabaseWatch.PATIENCE; i++) {
			this.watch.look();
		}
		assertThat(this.ended).isFalse();
		for (Connection connection : busy) {
			assertThat(connection.isValid(1)).isTrue();
			connection.close();
		}
	}

	private void closeTheStore() throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
			session.getDatabase().getStore().getMvStore().closeImmediately();
		}
	}

	private void run(String sql) throws SQLException {
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
