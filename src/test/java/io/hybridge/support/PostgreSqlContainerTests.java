package io.hybridge.support;

import java.sql.DriverManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.postgresql.PostgreSQLContainer;

import static org.assertj.core.api.Assertions.assertThat;

/** The one test that needs a container engine; {@code .ci/allowed-skips} names it. */
class PostgreSqlContainerTests {

	static boolean engineIsThere() {
		return PostgreSqlServer.containerEngine();
	}

	@Test
	@EnabledIf("engineIsThere")
	void startsInAContainerWhereThereIsAnEngine() throws Exception {
		try (PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine")) {
			container.start();
			try (var connection = DriverManager.getConnection(container.getJdbcUrl(), container.getUsername(),
					container.getPassword())) {
				assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
			}
		}
	}

}
