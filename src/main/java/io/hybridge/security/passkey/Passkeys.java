package io.hybridge.security.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passkeys of all accounts: their public keys, which are no secret. */
@Component
public class Passkeys {

	/** More than a person has, and fewer than a page can show. */
	static final int MOST = 20;

	private final JdbcClient jdbc;

	private final Clock clock;

	Passkeys(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those of an account, the oldest first. */
	public List<Passkey> of(long account) {
		return this.jdbc.sql("""
				select id, name, added_at, used_at, copied_at from passkey where account_id = :account
				order by added_at, id""")
			.param("account", account)
			.query((row, number) -> new Passkey(row.getLong(1), row.getString(2), time(row, 3), time(row, 4),
					time(row, 5)))
			.list();
	}

	/** All accounts that have one. */
	public Set<Long> owners() {
		return this.jdbc.sql("select distinct account_id from passkey").query(Long.class).set();
	}

	/**
	 * Removes one of an account.
	 * @return whether there was one
	 */
	public boolean remove(long account, long id) {
		return this.jdbc.sql("delete from passkey where account_id = :account and id = :id")
			.param("account", account)
			.param("id", id)
			.update() > 0;
	}

	/**
	 * Removes all of an account.
	 * @return whether there was one
	 */
	public boolean removeAll(long account) {
		return this.jdbc.sql("delete from passkey where account_id = :account").param("account", account).update() > 0;
	}

	boolean isKnown(String credential) {
		return this.jdbc.sql("select count(*) from passkey where credential = :credential")
			.param("credential", credential)
			.query(Integer.class)
			.single() > 0;
	}

	void add(long account, String name, PublicKey key) {
		this.jdbc.sql("""
				insert into passkey (account_id, credential, name, attestation, transports, signatures, added_at)
				values (:account, :credential, :name, :attestation, :transports, :signatures, :now)""")
			.param("account", account)
			.param("credential", key.credential())
			.param("name", name)
			.param("attestation", key.attestation())
			.param("transports", key.transports())
			.param("signatures", key.signatures())
			.param("now", now())
			.update();
	}

	List<PublicKey> keys(long account) {
		return this.jdbc
			.sql("select credential, attestation, transports, signatures from passkey where account_id = :account")
			.param("account", account)
			.query((row, number) -> new PublicKey(row.getString(1), row.getBytes(2), row.getString(3), row.getLong(4)))
			.list();
	}

	Optional<PublicKey> key(long account, String credential) {
		return keys(account).stream().filter((key) -> key.credential().equals(credential)).findFirst();
	}

	/** Whether its count went on; authenticators that do not count say zero each time. */
	boolean used(String credential, long signatures) {
		return this.jdbc
			.sql("""
					update passkey set signatures = :signatures, used_at = :now
					where credential = :credential and (signatures < :signatures or (signatures = 0 and :signatures = 0))""")
			.param("signatures", signatures)
			.param("now", now())
			.param("credential", credential)
			.update() == 1;
	}

	void copied(String credential) {
		this.jdbc.sql("update passkey set copied_at = :now where credential = :credential")
			.param("now", now())
			.param("credential", credential)
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Instant time(ResultSet row, int column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
