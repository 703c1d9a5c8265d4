package io.hybridge.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens a database again that has closed itself, as H2 does for good where memory or disk
 * ran out in the middle of a write. Where that does not help, the process ends, so that
 * whoever started it starts it anew. A PostgreSQL that is away is waited for, and so is a
 * connection where all are at work.
 */
@Component
class DatabaseWatch {

	/** One minute of looking. */
	static final int PATIENCE = 12;

	private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

	private static final int EVERY_SECONDS = 5;

	/** Restart, please: {@code EX_SOFTWARE}. */
	private static final int EXIT = 70;

	private final DataSource database;

	private final Runnable end;

	private final ScheduledExecutorService watch = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("database-watch").factory());

	private int closed;

	@Autowired
	DatabaseWatch(DataSource database, ApplicationContext context) {
		this(database, () -> {
			AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
			Thread.ofPlatform().start(() -> System.exit(EXIT));
		});
	}

	DatabaseWatch(DataSource database, Runnable end) {
		this.database = database;
		this.end = end;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		this.watch.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
	}

	@PreDestroy
	void stop() {
		this.watch.shutdownNow();
	}

	void look() {
		try {
			read();
			if (this.closed > 0) {
				log.warn("The database is open again");
			}
			this.closed = 0;
		}
		catch (SQLException | RuntimeException ex) {
			if (isH2() && !busy(ex)) {
				unanswered(ex);
			}
		}
	}

	private void read() throws SQLException {
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			statement.executeQuery("select count(*) from flyway_schema_history").close();
		}
	}

	private void unanswered(Exception why) {
		this.closed++;
		if (this.closed == 1) {
			log.error("The database does not answer. It is closed and opened again", why);
		}
		if (this.closed >= PATIENCE) {
			log.error("The database could not be opened again. The console ends, to be started anew");
			this.end.run();
			return;
		}
		reopen();
	}

	private void reopen() {
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("shutdown immediately");
		}
		catch (SQLException | RuntimeException ex) {
			log.debug("Nothing was left to close", ex);
		}
		try {
			this.database.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The pool had no connection to give, and nothing went wrong with one. */
	private static boolean busy(Exception why) {
		return why instanceof SQLTransientConnectionException && why.getCause() == null;
	}

	private boolean isH2() {
		return this.database instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:h2:");
	}

}
