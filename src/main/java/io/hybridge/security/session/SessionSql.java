package io.hybridge.security.session;

import java.sql.DatabaseMetaData;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets a session end where nobody uses it, and two requests of one store the same
 * attribute at once: several tabs that a browser opens again after a sign-in do.
 */
@Component
class SessionSql implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

	private static final String MERGE = """
			merge into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
			key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) values (?, ?, ?)""";

	private final DataSource database;

	private final SessionSettings settings;

	SessionSql(DataSource database, SessionSettings settings) {
		this.database = database;
		this.settings = settings;
	}

	@Override
	public void customize(JdbcIndexedSessionRepository sessions) {
		sessions.setDefaultMaxInactiveInterval(this.settings.idle());
		if (driver() == DatabaseDriver.POSTGRESQL) {
			new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
		}
		else {
			sessions.setCreateSessionAttributeQuery(MERGE);
		}
	}

	private DatabaseDriver driver() {
		try {
			return DatabaseDriver.fromProductName(
					JdbcUtils.extractDatabaseMetaData(this.database, DatabaseMetaData::getDatabaseProductName));
		}
		catch (MetaDataAccessException ex) {
			throw new IllegalStateException("The database does not say which it is", ex);
		}
	}

}
