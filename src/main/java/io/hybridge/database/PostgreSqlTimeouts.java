package io.hybridge.database;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.PriorityOrdered;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets nobody wait for a PostgreSQL that has fallen silent. What the address of the
 * database says about it comes first.
 */
@Component
class PostgreSqlTimeouts implements BeanPostProcessor, PriorityOrdered {

	private static final String CONNECT_SECONDS = "2";

	private static final String ANSWER_SECONDS = "10";

	/** After the pool was given its settings, and before it is given its connections. */
	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
			pool.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
			pool.addDataSourceProperty("socketTimeout", ANSWER_SECONDS);
			pool.addDataSourceProperty("tcpKeepAlive", "true");
		}
		return bean;
	}

	/** The same database, for who may take as long as it takes. */
	static DataSource without(DataSource database) {
		return new DelegatingDataSource(database) {

			@Override
			public Connection getConnection() throws SQLException {
				Connection connection = super.getConnection();
				connection.setNetworkTimeout(Runnable::run, 0);
				return connection;
			}

		};
	}

}
