package io.hybridge.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Sends no database a text that it cannot keep, whoever sends it and to which column: the
 * pool’s own connections see to it, below everything that speaks SQL.
 */
@Component
class StorableColumns implements BeanPostProcessor {

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null && pool.getDataSource() == null) {
			pool.setDataSource(
					new StorableConnections(new DriverDataSource(pool.getJdbcUrl(), pool.getDriverClassName(),
							pool.getDataSourceProperties(), pool.getUsername(), pool.getPassword())));
		}
		return bean;
	}

}
