package io.hybridge.security.user;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.account.UserName;
import io.hybridge.security.reach.Reach;
import io.hybridge.security.reach.Reaches;

/** All open invitations. Only the hash of a token is kept; the link is shown once. */
@Component
class Invitations {

	static final Duration LASTS = Duration.ofHours(72);

	private static final int TOKEN_BYTES = 32;

	private final JdbcClient jdbc;

	private final Reaches reaches;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	Invitations(JdbcClient jdbc, Reaches reaches, Clock clock) {
		this.jdbc = jdbc;
		this.reaches = reaches;
		this.clock = clock;
	}

	/**
	 * Opens a way in; an older one for the same user name closes.
	 * @param userName of the invited
	 * @param role they get
	 * @param accountId of an existing account, or null
	 * @param reach what they are limited to
	 * @param by who invites
	 * @return the token, nowhere else to be found again
	 */
	String open(UserName userName, Role role, Long accountId, Reach reach, SignedIn by) {
		byte[] bytes = new byte[TOKEN_BYTES];
		this.random.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from invitation where user_name = :userName")
			.param("userName", userName.value())
			.update();
		this.jdbc
			.sql("""
					insert into invitation (token_hash, user_name, role, account_id, reach_id, invited_by, invited_at, ends_at)
					values (:hash, :userName, :role, :account, :reach, :by, :now, :ends)""")
			.param("hash", hash(token))
			.param("userName", userName.value())
			.param("role", role.name())
			.param("account", accountId, Types.BIGINT)
			.param("reach", this.reaches.keep(reach), Types.BIGINT)
			.param("by", by.accountId())
			.param("now", time(now))
			.param("ends", time(now.plus(LASTS)))
			.update();
		return token;
	}

	List<Invitation> open() {
		return this.jdbc
			.sql("select id, user_name, role, account_id, reach_id, ends_at from invitation where ends_at > :now"
					+ " order by ends_at, id")
			.param("now", time(this.clock.instant()))
			.query(Invitations::row)
			.list();
	}

	Optional<Invitation> find(String token) {
		return this.jdbc
			.sql("select id, user_name, role, account_id, reach_id, ends_at from invitation where token_hash = :hash"
					+ " and ends_at > :now and invited_by in (select id from account where active and role = :inviting)")
			.param("inviting", Role.ADMINISTRATOR.name())
			.param("hash", hash(token))
			.param("now", time(this.clock.instant()))
			.query(Invitations::row)
			.optional();
	}

	/**
	 * Takes an invitation back.
	 * @return what it was, or empty when it was used or taken back before
	 */
	Optional<Invitation> withdraw(long id) {
		Optional<Invitation> invitation = this.jdbc
			.sql("select id, user_name, role, account_id, reach_id, ends_at from invitation where id = :id")
			.param("id", id)
			.query(Invitations::row)
			.optional();
		return invitation.filter((found) -> close(found.id()));
	}

	/**
	 * Closes the way for whoever comes second.
	 * @param invitation that is used or taken back
	 * @return whether it was still open
	 */
	boolean close(long invitation) {
		return this.jdbc.sql("delete from invitation where id = :id").param("id", invitation).update() == 1;
	}

	/** Whoever may invite nobody any more has invited nobody. */
	void withdrawAllBy(long account) {
		this.jdbc.sql("delete from invitation where invited_by = :account").param("account", account).update();
	}

	private static Invitation row(ResultSet row, int number) throws SQLException {
		return new Invitation(row.getLong(1), new UserName(row.getString(2)), Role.valueOf(row.getString(3)),
				row.getObject(4, Long.class), row.getObject(5, Long.class), row.getTimestamp(6).toInstant());
	}

	private static String hash(String token) {
		return DigestUtils.sha256Hex(token);
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
