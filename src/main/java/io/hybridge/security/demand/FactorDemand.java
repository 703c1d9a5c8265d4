package io.hybridge.security.demand;

import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.SignedIn;

/** Whether an administrator demands a second factor of everybody. */
@Component
public class FactorDemand {

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	FactorDemand(JdbcClient jdbc, AuditLog audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	public boolean made() {
		return this.jdbc.sql("select count(*) from factor_demand").query(Integer.class).single() > 0;
	}

	@Transactional
	void make(SignedIn by) {
		if (made()) {
			return;
		}
		this.jdbc.sql("insert into factor_demand (id, account_id, demanded_at) values (1, :account, :now)")
			.param("account", by.accountId())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		record("made", by);
	}

	@Transactional
	void lift(SignedIn by) {
		if (this.jdbc.sql("delete from factor_demand").update() > 0) {
			record("lifted", by);
		}
	}

	private void record(String what, SignedIn by) {
		this.audit.append(AuditEntry.of(AuditKind.FACTOR_DEMAND, AuditOutcome.DONE, by.actor()).with("what", what));
	}

}
