package io.hybridge.web.error;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;

/** Whether something went wrong because the database does not answer. */
final class DatabaseAway {

	/** PostgreSQL ends, begins, or takes no more connections. */
	private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

	/** H2 has closed itself, or lost its file. */
	private static final Set<Integer> CLOSED = Set.of(90067, 90098, 90121);

	/** What the pool says of a connection that broke in the middle of a transaction. */
	private static final String BROKEN = "Connection is closed";

	private DatabaseAway() {
	}

	static boolean isReasonOf(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.limit(20)
			.anyMatch((cause) -> cause instanceof SQLException sql && tells(sql));
	}

	private static boolean tells(SQLException failure) {
		String state = (failure.getSQLState() != null) ? failure.getSQLState() : "";
		return failure instanceof SQLTransientConnectionException
				|| failure instanceof SQLNonTransientConnectionException || failure instanceof SQLRecoverableException
				|| state.startsWith("08") || STATES.contains(state) || CLOSED.contains(failure.getErrorCode())
				|| BROKEN.equals(failure.getMessage());
	}

}
