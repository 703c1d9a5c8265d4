package io.hybridge.security.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The recovery codes of each account, as hashes; each counts once. */
@Component
class RecoveryCodes {

	static final int MANY = 10;

	private final JdbcClient jdbc;

	private final SecureRandom random = new SecureRandom();

	RecoveryCodes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** New ones, which are shown once; the former count no longer. */
	List<RecoveryCode> renew(long account) {
		forget(account);
		List<RecoveryCode> codes = Stream.generate(() -> RecoveryCode.random(this.random)).limit(MANY).toList();
		codes.forEach(
				(code) -> this.jdbc.sql("insert into recovery_code (account_id, code_hash) values (:account, :hash)")
					.param("account", account)
					.param("hash", code.hash(account))
					.update());
		return codes;
	}

	/** Whether it was one, which it is no longer. */
	boolean spend(long account, RecoveryCode code) {
		return this.jdbc.sql("delete from recovery_code where account_id = :account and code_hash = :hash")
			.param("account", account)
			.param("hash", code.hash(account))
			.update() == 1;
	}

	int left(long account) {
		return this.jdbc.sql("select count(*) from recovery_code where account_id = :account")
			.param("account", account)
			.query(Integer.class)
			.single();
	}

	void forget(long account) {
		this.jdbc.sql("delete from recovery_code where account_id = :account").param("account", account).update();
	}

}
