package io.hybridge.exchange.way;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.exchange.link.ServerLinks;

/**
 * Counts how often an account was refused, on all nodes together: after two times within
 * a quarter of an hour it rests, long before a domain would lock it.
 */
@Component
class RefusedSignIns {

	private static final int MOST = 2;

	private static final Duration WINDOW = Duration.ofMinutes(15);

	private final JdbcClient jdbc;

	private final Clock clock;

	RefusedSignIns(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * How long nobody signs in with an account.
	 * @param account as {@link AccountKey} writes it
	 * @return empty when it may be tried
	 */
	Optional<Duration> rest(String account) {
		Instant now = this.clock.instant();
		List<Instant> refused = this.jdbc
			.sql("select refused_at from refused_sign_in where account = ? and refused_at > ? order by refused_at desc")
			.params(account, now.minus(WINDOW).atOffset(ZoneOffset.UTC))
			.query(Instant.class)
			.list();
		return (refused.size() < MOST) ? Optional.empty()
				: Optional.of(Duration.between(now, refused.get(MOST - 1).plus(WINDOW)));
	}

	/** Kept at once, whatever becomes of the work around it. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void refused(String account) {
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from refused_sign_in where refused_at < ?")
			.param(now.minus(WINDOW).atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("insert into refused_sign_in (account, refused_at) values (?, ?)")
			.params(account, now.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Whoever changes a connection may try it. */
	@EventListener
	void changed(ServerLinks.Changed changed) {
		changed.links()
			.stream()
			.flatMap((link) -> AccountKey.of(link).stream())
			.distinct()
			.forEach((
					account) -> this.jdbc.sql("delete from refused_sign_in where account = ?").param(account).update());
	}

}
