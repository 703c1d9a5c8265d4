package io.hybridge.campaign;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets a console end around everything that it writes. It stands between the product and
 * its pool; the product knows nothing of it.
 */
class MortalDatabase implements BeanPostProcessor {

	private static final Pattern WRITTEN = Pattern.compile("^\\s*(?:update|insert into|delete from)\\s+(\\w+)",
			Pattern.CASE_INSENSITIVE);

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource pool && !(bean instanceof Mortal)) ? new Mortal(pool) : bean;
	}

	private static final class Mortal extends DelegatingDataSource {

		Mortal(DataSource pool) {
			super(pool);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Fate fate = Fate.current();
			if (fate == null) {
				return super.getConnection();
			}
			fate.require();
			return proxy(Connection.class, new OfConnection(super.getConnection(), fate, new LinkedHashSet<>()));
		}

	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type
			.cast(Proxy.newProxyInstance(MortalDatabase.class.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private static Object call(Object target, Method method, Object[] values) throws Throwable {
		try {
			return method.invoke(target, values);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private record OfConnection(Connection real, Fate fate, Set<String> tables) implements InvocationHandler {

		@Override
		public Object invoke(Object self, Method method, Object[] values) throws Throwable {
			return switch (method.getName()) {
				case "commit" -> {
					String tables = String.join(" ", this.tables);
					this.tables.clear();
					this.fate.pass(Point.BEFORE_COMMIT, tables);
					this.real.commit();
					this.fate.ended(this.real);
					this.fate.pass(Point.AFTER_COMMIT, tables);
					yield null;
				}
				case "rollback", "close" -> {
					this.tables.clear();
					this.fate.ended(this.real);
					yield call(this.real, method, values);
				}
				case "prepareStatement" ->
					proxy(PreparedStatement.class, new OfStatement((Statement) call(this.real, method, values),
							this.real, (String) values[0], this.fate, this.tables));
				case "createStatement" ->
					proxy(Statement.class, new OfStatement((Statement) call(this.real, method, values), this.real, "",
							this.fate, this.tables));
				default -> call(this.real, method, values);
			};
		}

	}

	private record OfStatement(Statement real, Connection connection, String sql, Fate fate,
			Set<String> tables) implements InvocationHandler {

		@Override
		public Object invoke(Object self, Method method, Object[] values) throws Throwable {
			if (!method.getName().startsWith("execute")) {
				return call(this.real, method, values);
			}
			String text = (this.sql.isEmpty() && values != null) ? values[0].toString() : this.sql;
			if (!this.connection.getAutoCommit()) {
				this.fate.pass(Point.STATEMENT, brief(text));
				this.fate.began(this.connection);
				Matcher written = WRITTEN.matcher(text);
				if (written.find()) {
					this.tables.add(written.group(1).toLowerCase(Locale.ROOT));
				}
				return call(this.real, method, values);
			}
			if (text.stripLeading().toLowerCase(Locale.ROOT).startsWith("select")) {
				this.fate.require();
				return call(this.real, method, values);
			}
			this.fate.pass(Point.BEFORE_COMMIT, brief(text));
			Object result = call(this.real, method, values);
			this.fate.pass(Point.AFTER_COMMIT, brief(text));
			return result;
		}

		private static String brief(String sql) {
			String line = sql.strip().replaceAll("\\s+", " ");
			return line.substring(0, Math.min(line.length(), 50));
		}

	}

}
