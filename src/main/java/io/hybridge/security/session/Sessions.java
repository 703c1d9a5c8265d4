package io.hybridge.security.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** The sessions of people: which there are, and ended where somebody wants or must. */
@Component
public class Sessions {

	private final FindByIndexNameSessionRepository<?> sessions;

	private final SessionSettings settings;

	private final JdbcClient jdbc;

	private final Clock clock;

	Sessions(FindByIndexNameSessionRepository<?> sessions, SessionSettings settings, JdbcClient jdbc, Clock clock) {
		this.sessions = sessions;
		this.settings = settings;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All that can still be used, the one that was used last first.
	 * @param here id of the session in which somebody is looking
	 */
	public List<OpenSession> of(long account, String here) {
		return this.sessions.findByPrincipalName(Long.toString(account))
			.values()
			.stream()
			.filter((session) -> !session.isExpired() && !over(session.getCreationTime()))
			.map((session) -> OpenSession.of(session, here))
			.sorted(Comparator.comparing(OpenSession::seen).reversed())
			.toList();
	}

	/** Whether a session that began then is too old by now. */
	boolean over(Instant begun) {
		return !this.clock.instant().isBefore(begun.plus(this.settings.absolute()));
	}

	/** How many sessions somebody has, by account; none where there is none. */
	public Map<Long, Integer> numbers() {
		Instant now = this.clock.instant();
		return Map.copyOf(this.jdbc.sql("""
				select principal_name, count(*) from spring_session
				where principal_name is not null and expiry_time > :now and creation_time > :oldest
				group by principal_name""")
			.param("now", now.toEpochMilli())
			.param("oldest", now.minus(this.settings.absolute()).toEpochMilli())
			.query((row, number) -> Map.entry(row.getLong(1), row.getInt(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
	}

	/**
	 * Ends one.
	 * @return whether there was one of that handle
	 */
	public boolean end(long account, String handle) {
		return end(account, (id) -> OpenSession.handle(id).equals(handle)) > 0;
	}

	public int endAllOf(long account) {
		return end(account, (id) -> true);
	}

	public int endOthersOf(long account, String kept) {
		return end(account, (id) -> !id.equals(kept));
	}

	private int end(long account, Predicate<String> which) {
		List<String> ended = this.sessions.findByPrincipalName(Long.toString(account))
			.keySet()
			.stream()
			.filter(which)
			.toList();
		ended.forEach(this.sessions::deleteById);
		return ended.size();
	}

}
