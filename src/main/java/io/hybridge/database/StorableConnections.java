package io.hybridge.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import io.hybridge.web.text.StorableText;

/** Connections whose statements put a visible character where a text cannot be kept. */
class StorableConnections extends DelegatingDataSource {

	StorableConnections(DataSource database) {
		super(database);
	}

	@Override
	public Connection getConnection() throws SQLException {
		return storing(super.getConnection());
	}

	@Override
	public Connection getConnection(String userName, String password) throws SQLException {
		return storing(super.getConnection(userName, password));
	}

	private static Connection storing(Connection connection) {
		return proxy(Connection.class, (proxy, method, values) -> switch (call(connection, method, values)) {
			case CallableStatement statement -> storing(CallableStatement.class, statement);
			case PreparedStatement statement -> storing(PreparedStatement.class, statement);
			case null -> null;
			case Object other -> other;
		});
	}

	private static <T extends PreparedStatement> T storing(Class<T> type, T statement) {
		return proxy(type, (proxy, method, values) -> {
			if (values != null && values.length > 1 && values[1] instanceof String text) {
				values[1] = StorableText.of(text);
			}
			return call(statement, method, values);
		});
	}

	private static Object call(Object target, Method method, Object[] values) throws Throwable {
		try {
			return method.invoke(target, values);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

}
