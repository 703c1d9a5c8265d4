package io.hybridge.support;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Points a context at a new database on the test PostgreSQL; usable with any slice. */
@TestConfiguration(proxyBeanMethods = false)
public class PostgreSqlDatabase {

	@Bean
	JdbcConnectionDetails connectionDetails() {
		return PostgreSqlServer.get().newDatabase();
	}

}
