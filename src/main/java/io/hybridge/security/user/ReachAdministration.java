package io.hybridge.security.user;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.reach.Reach;
import io.hybridge.security.reach.ReachNames;
import io.hybridge.security.reach.Reaches;
import io.hybridge.security.session.Sessions;
import io.hybridge.web.NotFound;

/** Limits the accounts of others to some organizations; their sessions end with it. */
@Component
class ReachAdministration {

	private final AdministratorTurns turns;

	private final Sessions sessions;

	private final Reaches reaches;

	private final ReachNames names;

	private final AuditLog audit;

	ReachAdministration(AdministratorTurns turns, Sessions sessions, Reaches reaches, ReachNames names,
			AuditLog audit) {
		this.turns = turns;
		this.sessions = sessions;
		this.reaches = reaches;
		this.names = names;
		this.audit = audit;
	}

	Reach of(Account account) {
		return this.reaches.of(account.reach());
	}

	void limit(long id, Reach reach, SignedIn by) {
		this.turns.takeOn(id, by, (account) -> {
			if (account.role() == Role.ADMINISTRATOR) {
				throw new NotFound();
			}
			Reach before = of(account);
			account.limit(this.reaches.keep(reach));
			this.audit.append(AuditEntry.of(AuditKind.USER_CHANGED, AuditOutcome.DONE, by.actor())
				.with("user", account.userName().value())
				.with("what", reach.all() ? "unlimited" : "limited")
				.with("before", told(before))
				.with("after", told(reach)));
			return account;
		});
		this.sessions.endAllOf(id);
	}

	/** As the record of an invitation or an account tells it. */
	String told(Reach reach) {
		return JsonMapper.shared()
			.writeValueAsString(Map.of("organizations", reach.all() ? List.of() : this.names.lines(reach)));
	}

}
