package io.hybridge.security.factor;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.security.secret.Secrets;

/** The authenticator app of each account that has one. A code counts once. */
@Component
class Authenticators {

	private static final String FIELD = "totp";

	private final JdbcClient jdbc;

	private final Secrets secrets;

	private final Clock clock;

	Authenticators(JdbcClient jdbc, Secrets secrets, Clock clock) {
		this.jdbc = jdbc;
		this.secrets = secrets;
		this.clock = clock;
	}

	/** Since when the account has one. */
	Optional<Instant> since(long account) {
		return this.jdbc.sql("select added_at from authenticator where account_id = :account")
			.param("account", account)
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.optional();
	}

	Set<Long> all() {
		return this.jdbc.sql("select account_id from authenticator").query(Long.class).set();
	}

	/**
	 * Keeps the secret of an app that has shown a right code, which is used up with it.
	 * @param step that the code belongs to
	 */
	void add(long account, TotpSecret secret, long step) {
		this.jdbc.sql("insert into authenticator (account_id, last_step, added_at) values (:account, :step, :now)")
			.param("account", account)
			.param("step", step)
			.param("now", now())
			.update();
		this.secrets.store(owner(account), FIELD, secret.base32());
	}

	/** Whether a code is right; it and all before it are used up then. */
	boolean accepts(long account, String code) {
		OptionalLong step = this.secrets.read(owner(account), FIELD)
			.map((base32) -> step(new TotpSecret(base32), code))
			.orElseGet(OptionalLong::empty);
		return step.isPresent() && this.jdbc
			.sql("update authenticator set last_step = :step where account_id = :account and last_step < :step")
			.param("step", step.getAsLong())
			.param("account", account)
			.update() == 1;
	}

	/** The step of the time that a code belongs to, if it is right now. */
	OptionalLong step(TotpSecret secret, String code) {
		return Totp.matching(code, secret.bytes(), this.clock.instant());
	}

	boolean remove(long account) {
		this.secrets.destroy(owner(account), FIELD);
		return this.jdbc.sql("delete from authenticator where account_id = :account")
			.param("account", account)
			.update() > 0;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static String owner(long account) {
		return "account:" + account;
	}

}
