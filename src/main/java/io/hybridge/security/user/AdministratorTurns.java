package io.hybridge.security.user;

import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.SignedIn;

/**
 * Lets one administrator act at a time, each in a transaction of its own. Nobody changes
 * their own account, and whoever acts must still be an administrator once it is their
 * turn; so one always remains, even when two take each other's role at the same moment.
 */
@Component
class AdministratorTurns {

	private final Accounts accounts;

	private final JdbcClient jdbc;

	AdministratorTurns(Accounts accounts, JdbcClient jdbc) {
		this.accounts = accounts;
		this.jdbc = jdbc;
	}

	@Transactional
	<T> T take(SignedIn by, Supplier<T> work) {
		this.jdbc.sql("select id from first_run where id = 1 for update").query(Integer.class).single();
		if (!this.accounts.require(by.accountId()).isActiveAdministrator()) {
			throw new AccessDeniedException("No administrator any more");
		}
		return work.get();
	}

	@Transactional
	<T> T takeOn(long other, SignedIn by, Function<Account, T> work) {
		return take(by, () -> {
			if (other == by.accountId()) {
				throw new OwnAccount();
			}
			return work.apply(this.accounts.require(other));
		});
	}

	/** An administrator tried to change their own account. */
	static class OwnAccount extends RuntimeException {

	}

}
