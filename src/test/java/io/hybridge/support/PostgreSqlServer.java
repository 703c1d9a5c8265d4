package io.hybridge.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One real PostgreSQL for the test JVM: the server named by
 * {@code HYBRIDGE_TEST_POSTGRESQL} (as {@code jdbc:postgresql://host:port/}, with
 * {@code …_USERNAME} and {@code …_PASSWORD}), else a container where there is an engine,
 * else the embedded binaries.
 */
final class PostgreSqlServer {

	private static final String GIVEN = System.getenv("HYBRIDGE_TEST_POSTGRESQL");

	private static PostgreSqlServer server;

	private final AtomicInteger databases = new AtomicInteger();

	private final String url;

	private final String username;

	private final String password;

	private PostgreSqlServer(String url, String username, String password) {
		this.url = url;
		this.username = username;
		this.password = password;
	}

	static synchronized PostgreSqlServer get() {
		if (server == null) {
			server = start();
		}
		return server;
	}

	private static PostgreSqlServer start() {
		if (GIVEN != null) {
			return new PostgreSqlServer(GIVEN, System.getenv("HYBRIDGE_TEST_POSTGRESQL_USERNAME"),
					System.getenv("HYBRIDGE_TEST_POSTGRESQL_PASSWORD"));
		}
		return containerEngine() ? container() : embedded();
	}

	/** The cheap question first: without an engine the library logs an error. */
	static boolean containerEngine() {
		boolean hinted = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
		return hinted && DockerClientFactory.instance().isDockerAvailable();
	}

	private static PostgreSqlServer container() {
		PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine");
		container.start();
		return new PostgreSqlServer(
				"jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/",
				container.getUsername(), container.getPassword());
	}

	/** As the console demands it; these binaries are started without by default. */
	private static PostgreSqlServer embedded() {
		try {
			EmbeddedPostgres postgres = EmbeddedPostgres.builder()
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("fsync", "on")
				.start();
			return new PostgreSqlServer("jdbc:postgresql://localhost:" + postgres.getPort() + "/", "postgres",
					"postgres");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	JdbcConnectionDetails newDatabase() {
		String name = "hybridge_%d_%d".formatted(ProcessHandle.current().pid(), this.databases.incrementAndGet());
		try (Connection connection = DriverManager.getConnection(this.url + "postgres", this.username, this.password);
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No database on " + this.url, ex);
		}
		return new Details(this.url + name, this.username, this.password);
	}

	private record Details(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {
	}

}
