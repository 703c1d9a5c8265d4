package io.hybridge.security.setup;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.Person;
import io.hybridge.security.account.Preferences;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.UserName;

/** The one row that says that the console has had its first administrator. */
@Component
class FirstAdministrator {

	private final Accounts accounts;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	FirstAdministrator(Accounts accounts, JdbcClient jdbc, AuditLog audit, Clock clock) {
		this.accounts = accounts;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	boolean exists() {
		return this.jdbc.sql("select count(*) from first_run").query(Integer.class).single() > 0;
	}

	/**
	 * Opens the account together with the row and its record.
	 * @throws org.springframework.dao.DataIntegrityViolationException when somebody else
	 * was first
	 */
	@Transactional
	Person create(UserName userName, String displayName, String hash, Locale language) {
		Instant now = this.clock.instant();
		Account account = this.accounts
			.save(new Account(userName, displayName, hash, Role.ADMINISTRATOR, Preferences.of(language), now));
		this.jdbc.sql("insert into first_run (id, account_id, done_at) values (1, :account, :now)")
			.param("account", account.id())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
		this.audit.append(AuditEntry.of(AuditKind.SET_UP, AuditOutcome.DONE, account.person().actor()));
		return account.person();
	}

}
