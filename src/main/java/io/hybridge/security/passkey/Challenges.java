package io.hybridge.security.passkey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the browsers of an account were asked to sign. Each counts once, for that account
 * and for ten minutes.
 */
@Component
class Challenges {

	static final Duration LASTS = Duration.ofMinutes(10);

	private static final int BYTES = 32;

	private static final int MOST = 20;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	Challenges(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	byte[] ask(long account) {
		byte[] challenge = new byte[BYTES];
		this.random.nextBytes(challenge);
		forget(account);
		this.jdbc.sql("insert into passkey_challenge (hash, account_id, asked_at) values (:hash, :account, :now)")
			.param("hash", DigestUtils.sha256Hex(challenge))
			.param("account", account)
			.param("now", now())
			.update();
		return challenge;
	}

	/** Whether it was asked of this account; it is no longer. */
	boolean spend(long account, byte[] challenge) {
		return this.jdbc
			.sql("delete from passkey_challenge where hash = :hash and account_id = :account and asked_at > :since")
			.param("hash", DigestUtils.sha256Hex(challenge))
			.param("account", account)
			.param("since", now().minus(LASTS))
			.update() == 1;
	}

	/**
	 * Forgets what is over, and the oldest where somebody opens the page again and again.
	 */
	private void forget(long account) {
		this.jdbc
			.sql("""
					delete from passkey_challenge where account_id = :account and (asked_at <= :since or hash not in (
						select hash from passkey_challenge where account_id = :account order by asked_at desc limit :most))""")
			.param("account", account)
			.param("since", now().minus(LASTS))
			.param("most", MOST - 1)
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
