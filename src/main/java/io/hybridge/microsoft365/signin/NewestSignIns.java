package io.hybridge.microsoft365.signin;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;

/** Keeps the newest attempt to sign in of each organization. */
@Component
class NewestSignIns implements SignIns {

	private final Map<OrganizationId, DeviceCodeAttempt> newest = new ConcurrentHashMap<>();

	private final Map<OrganizationId, Attempt.Failed> refused = new ConcurrentHashMap<>();

	private final DeviceCodeAttempts attempts;

	private final BrowserAttempts browsers;

	private final StoredSignIns stored;

	NewestSignIns(DeviceCodeAttempts attempts, BrowserAttempts browsers, StoredSignIns stored) {
		this.attempts = attempts;
		this.browsers = browsers;
		this.stored = stored;
	}

	@Override
	public Attempt start(OrganizationId organization, AuditActor person) {
		forget(organization);
		try {
			DeviceCodeAttempt attempt = this.attempts.open(organization, person);
			DeviceCodeAttempt former = this.newest.put(organization, attempt);
			if (former != null) {
				former.cancel();
			}
			return attempt.begin();
		}
		catch (RemoteFailure ex) {
			Attempt.Failed failed = new Attempt.Failed(ex.code(), ex.evidence());
			this.refused.put(organization, failed);
			return failed;
		}
	}

	@Override
	public Optional<URI> leave(OrganizationId organization, AuditActor person, Visit visit) {
		forget(organization);
		try {
			return Optional.of(this.browsers.open(organization, person, visit));
		}
		catch (RemoteFailure ex) {
			this.refused.put(organization, new Attempt.Failed(ex.code(), ex.evidence()));
			return Optional.empty();
		}
	}

	/**
	 * Somebody's browser is back.
	 * @return where that person goes on, or empty where nobody waits for this answer
	 */
	Optional<String> returned(OrganizationId organization, AuditActor person, String session, BrowserAnswer answer) {
		Optional<BrowserAttempt> taken = this.browsers.take(organization, person, session, answer.state());
		taken.flatMap((attempt) -> this.browsers.end(attempt, answer))
			.ifPresent((failed) -> this.refused.put(organization, failed));
		return taken.map(BrowserAttempt::place);
	}

	@Override
	public Optional<Attempt> current(OrganizationId organization) {
		return Optional.ofNullable(this.newest.get(organization))
			.flatMap(DeviceCodeAttempt::state)
			.or(() -> this.stored.find(organization).map(TenantSignIn::asAttempt))
			.or(() -> Optional.ofNullable(this.refused.get(organization)));
	}

	@Override
	public Optional<Attempt.Failed> refusal(OrganizationId organization) {
		return Optional.ofNullable(this.refused.get(organization));
	}

	@Override
	public void signOut(OrganizationId organization, AuditActor person) {
		forget(organization);
		this.stored.signOut(organization, person);
	}

	/** Whoever signed in did so for the former domain. */
	@EventListener
	void moved(Organization.Moved moved) {
		signOut(moved.organization(), moved.by());
	}

	@EventListener
	void archived(Organization.Archived archived) {
		signOut(archived.organization(), archived.by());
	}

	@EventListener
	void removed(Organization.Removed removed) {
		signOut(removed.organization(), removed.by());
	}

	private void forget(OrganizationId organization) {
		this.refused.remove(organization);
		this.stored.expectNothing(organization);
		DeviceCodeAttempt former = this.newest.remove(organization);
		if (former != null) {
			former.cancel();
		}
	}

}
