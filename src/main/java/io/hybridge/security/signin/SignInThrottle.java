package io.hybridge.security.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.security.account.UserName;

/**
 * Slows guessing down, per account and way (a network, or a known browser): after a few
 * failures each further one closes the way for longer. Other ways to the same account
 * stay open, so that a stranger cannot lock anyone out. An attempt is counted before its
 * password is looked at, so that simultaneous ones cannot slip through.
 */
@Component
class SignInThrottle {

	private static final int FREE = 5;

	private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

	private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	SignInThrottle(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Counts an attempt that is about to be made.
	 * @param userName the account that is tried, whether it exists or not
	 * @param way by which it comes
	 * @return whether its password may decide; otherwise the answer is no in any case
	 */
	boolean admits(UserName userName, String way) {
		String subject = subject(userName, way);
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return counted(subject).map((record) -> record.open(now) && again(subject, record, now))
			.orElseGet(() -> first(subject, now));
	}

	/** Whether it is worth to look at an attempt at all; nothing is counted. */
	boolean open(UserName userName, String way) {
		Instant now = this.clock.instant();
		return counted(subject(userName, way)).map((record) -> record.open(now)).orElse(true);
	}

	void forget(UserName userName, String way) {
		this.jdbc.sql("delete from sign_in_throttle where subject = :subject")
			.param("subject", subject(userName, way))
			.update();
	}

	private Optional<Failures> counted(String subject) {
		return this.jdbc.sql("select failures, failed_at, closed_until from sign_in_throttle where subject = :subject")
			.param("subject", subject)
			.query((row, number) -> new Failures(row.getInt(1), instant(row.getTimestamp(2)),
					instant(row.getTimestamp(3))))
			.optional();
	}

	private boolean first(String subject, Instant now) {
		this.jdbc.sql("delete from sign_in_throttle where failed_at < :before")
			.param("before", time(now.minus(FORGOTTEN_AFTER)))
			.update();
		try {
			return this.jdbc.sql("""
					insert into sign_in_throttle (subject, failures, failed_at, closed_until)
					values (:subject, 1, :now, :now)""")
				.param("subject", subject)
				.param("now", time(now))
				.update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private boolean again(String subject, Failures seen, Instant now) {
		int failures = seen.forgotten(now) ? 1 : seen.count() + 1;
		return this.jdbc.sql("""
				update sign_in_throttle set failures = :failures, failed_at = :now, closed_until = :until
				where subject = :subject and failures = :seen and failed_at = :seenAt""")
			.param("failures", failures)
			.param("now", time(now))
			.param("until", time(now.plus(waiting(failures))))
			.param("subject", subject)
			.param("seen", seen.count())
			.param("seenAt", time(seen.at()))
			.update() == 1;
	}

	static Duration waiting(int failures) {
		if (failures < FREE) {
			return Duration.ZERO;
		}
		Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE, 10));
		return (wait.compareTo(LONGEST_WAIT) < 0) ? wait : LONGEST_WAIT;
	}

	private String subject(UserName userName, String way) {
		return DigestUtils.sha256Hex(userName + "\n" + way);
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static Instant instant(Timestamp timestamp) {
		return timestamp.toInstant();
	}

	private record Failures(int count, Instant at, Instant closedUntil) {

		boolean open(Instant now) {
			return !now.isBefore(this.closedUntil) || forgotten(now);
		}

		boolean forgotten(Instant now) {
			return this.at.plus(FORGOTTEN_AFTER).isBefore(now);
		}

	}

}
