package io.hybridge.security.account;

import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What an account promises, whatever the database. */
abstract class AccountContract {

	@Autowired
	Accounts accounts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	private long id;

	@BeforeEach
	void anOperator() {
		this.jdbc.sql("delete from account").update();
		this.id = this.accounts
			.save(new Account(UserName.of("anna@fabrikam.com"), "Anna", "hash", Role.OPERATOR,
					Preferences.of(Locale.ENGLISH), MutableClock.START))
			.id();
	}

	@Test
	void keepsAChange() {
		inTransaction(() -> this.accounts.require(this.id).changeRole(Role.AUDITOR));
		assertThat(this.accounts.require(this.id).role()).isEqualTo(Role.AUDITOR);
	}

	@Test
	void refusesAChangeThatAnotherHasOvertaken() {
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> inTransaction(() -> {
			this.accounts.require(this.id).prefer(Preferences.of(Locale.GERMAN));
			inTransaction(() -> this.accounts.require(this.id).deactivate());
		}));
		assertThat(this.accounts.require(this.id).active()).isFalse();
		assertThat(this.accounts.require(this.id).preferences().language()).isEqualTo(Locale.ENGLISH);
	}

	private void inTransaction(Runnable work) {
		TransactionTemplate own = new TransactionTemplate(this.transactions);
		own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		own.executeWithoutResult((status) -> work.run());
	}

}
