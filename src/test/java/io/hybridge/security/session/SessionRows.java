package io.hybridge.security.session;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions of people who have no browser. */
public final class SessionRows {

	private SessionRows() {
	}

	/** Begins a session anew under a name. */
	public static void begin(JdbcClient jdbc, String session) {
		end(jdbc, session);
		jdbc.sql("""
				insert into spring_session (primary_id, session_id, creation_time, last_access_time,
				  max_inactive_interval, expiry_time)
				values (?, ?, 0, 0, 1800, 9000000000000)""")
			.param(UUID.randomUUID().toString())
			.param(session)
			.update();
	}

	public static void end(JdbcClient jdbc, String session) {
		jdbc.sql("delete from spring_session where session_id = ?").param(session).update();
	}

}
