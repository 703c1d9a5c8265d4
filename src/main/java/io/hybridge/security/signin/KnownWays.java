package io.hybridge.security.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.security.stranger.ClientNetwork;

/**
 * The browsers and networks from which an account has been signed in to. They open
 * nothing; they only say who is not kept waiting for strangers.
 */
@Component
class KnownWays {

	static final Duration LASTS = Duration.ofDays(180);

	private static final int MOST = 50;

	private final JdbcClient jdbc;

	private final Clock clock;

	KnownWays(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	boolean knows(long account, ClientNetwork network) {
		return known(account, way(network));
	}

	boolean knows(long account, String device) {
		return known(account, way(device));
	}

	/** Remembers the way of somebody who has just proved who they are. */
	void remember(long account, ClientNetwork network, String device) {
		remember(account, way(network));
		remember(account, way(device));
		this.jdbc.sql("delete from known_way where account_id = :account and seen_at < :before")
			.param("account", account)
			.param("before", now().minus(LASTS))
			.update();
		this.jdbc.sql("""
				delete from known_way where account_id = :account and way not in (
					select way from known_way where account_id = :account order by seen_at desc, way limit :most)""")
			.param("account", account)
			.param("most", MOST)
			.update();
	}

	private boolean known(long account, String way) {
		return this.jdbc
			.sql("select count(*) from known_way where account_id = :account and way = :way and seen_at >= :since")
			.param("account", account)
			.param("way", way)
			.param("since", now().minus(LASTS))
			.query(Integer.class)
			.single() > 0;
	}

	private void remember(long account, String way) {
		int seen = this.jdbc.sql("update known_way set seen_at = :now where account_id = :account and way = :way")
			.param("now", now())
			.param("account", account)
			.param("way", way)
			.update();
		if (seen > 0) {
			return;
		}
		try {
			this.jdbc.sql("insert into known_way (account_id, way, seen_at) values (:account, :way, :now)")
				.param("account", account)
				.param("way", way)
				.param("now", now())
				.update();
		}
		catch (DuplicateKeyException ex) {
			// Remembered by another tab at this moment.
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static String way(ClientNetwork network) {
		return DigestUtils.sha256Hex("network\n" + network);
	}

	private static String way(String device) {
		return DigestUtils.sha256Hex("device\n" + device);
	}

}
