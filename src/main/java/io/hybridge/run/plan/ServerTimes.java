package io.hybridge.run.plan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads what is remembered of servers: since when, by the name in lower case. */
final class ServerTimes {

	private ServerTimes() {
	}

	/**
	 * Reads a statement.
	 * @param rows {@code server} and {@code since}
	 */
	static Map<String, Instant> of(StatementSpec rows) {
		Map<String, Instant> times = new HashMap<>();
		rows.query((row) -> {
			times.put(row.getString("server"), row.getObject("since", OffsetDateTime.class).toInstant());
		});
		return Map.copyOf(times);
	}

}
