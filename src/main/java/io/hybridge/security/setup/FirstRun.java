package io.hybridge.security.setup;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.Person;
import io.hybridge.security.account.Preferences;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.UserName;

/**
 * Turns an empty console into one with exactly one administrator. The key of the table,
 * not a check, decides between simultaneous attempts.
 */
@Component
public class FirstRun {

	private final Accounts accounts;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	private final PasswordHashing hashing;

	private final AuditLog audit;

	private final SetupCode code;

	private final Clock clock;

	private volatile boolean done;

	FirstRun(Accounts accounts, JdbcClient jdbc, TransactionOperations transaction, PasswordHashing hashing,
			AuditLog audit, SetupCode code, Clock clock) {
		this.accounts = accounts;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.hashing = hashing;
		this.audit = audit;
		this.code = code;
		this.clock = clock;
	}

	boolean done() {
		if (!this.done) {
			this.done = this.jdbc.sql("select count(*) from first_run").query(Integer.class).single() > 0;
		}
		return this.done;
	}

	/**
	 * Creates the administrator.
	 * @param pass that the set-up code gave
	 * @param userName to sign in with
	 * @param displayName as shown
	 * @param password within the rules
	 * @param language of the page it was asked on
	 * @return who it is now
	 * @throws AlreadyDone when somebody else was first, or the pass is none
	 */
	Person complete(String pass, UserName userName, String displayName, String password, Locale language) {
		return this.hashing.inTurn(() -> {
			if (done() || !this.code.honors(pass)) {
				throw new AlreadyDone();
			}
			return create(userName, displayName, this.hashing.hash(password), language);
		});
	}

	private Person create(UserName userName, String displayName, String hash, Locale language) {
		Account account = new Account(userName, displayName, hash, Role.ADMINISTRATOR, Preferences.of(language),
				this.clock.instant());
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.accounts.save(account);
				guard(account.id());
				this.audit.append(AuditEntry.of(AuditKind.SET_UP, AuditOutcome.DONE, account.person().actor()));
			});
		}
		catch (DuplicateKeyException ex) {
			throw new AlreadyDone();
		}
		this.done = true;
		this.code.used();
		return account.person();
	}

	private void guard(long account) {
		Instant now = this.clock.instant();
		this.jdbc.sql("insert into first_run (id, account_id, done_at) values (1, :account, :now)")
			.param("account", account)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** The console has its administrator already. */
	static class AlreadyDone extends RuntimeException {

	}

}
