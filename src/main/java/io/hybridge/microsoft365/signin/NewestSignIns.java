package io.hybridge.microsoft365.signin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;

/** Keeps each person's newest attempt to sign in to each organization. */
@Component
class NewestSignIns implements SignIns {

	private final Map<Holder, DeviceCodeAttempt> newest = new ConcurrentHashMap<>();

	private final Map<Holder, Attempt.Failed> refused = new ConcurrentHashMap<>();

	private final DeviceCodeAttempts attempts;

	private final BrowserAttempts browsers;

	private final StoredSignIns stored;

	NewestSignIns(DeviceCodeAttempts attempts, BrowserAttempts browsers, StoredSignIns stored) {
		this.attempts = attempts;
		this.browsers = browsers;
		this.stored = stored;
	}

	@Override
	public Attempt start(OrganizationId organization, AuditActor person, String session) {
		Holder holder = Holder.of(organization, person);
		forget(holder);
		try {
			DeviceCodeAttempt attempt = this.attempts.open(organization, person, session);
			DeviceCodeAttempt former = this.newest.put(holder, attempt);
			if (former != null) {
				former.cancel();
			}
			return attempt.begin();
		}
		catch (RemoteFailure ex) {
			Attempt.Failed failed = new Attempt.Failed(ex.code(), ex.evidence());
			this.refused.put(holder, failed);
			return failed;
		}
	}

	@Override
	public Optional<URI> leave(OrganizationId organization, AuditActor person, Visit visit) {
		Holder holder = Holder.of(organization, person);
		forget(holder);
		try {
			return Optional.of(this.browsers.open(organization, person, visit));
		}
		catch (RemoteFailure ex) {
			this.refused.put(holder, new Attempt.Failed(ex.code(), ex.evidence()));
			return Optional.empty();
		}
	}

	/**
	 * Somebody's browser is back.
	 * @return where that person goes on, or empty where nobody waits for this answer
	 */
	Optional<String> returned(OrganizationId organization, AuditActor person, String session, BrowserAnswer answer) {
		Optional<BrowserAttempt> taken = this.browsers.take(organization, person, session, answer.state());
		taken.flatMap((attempt) -> this.browsers.end(attempt, session, answer))
			.ifPresent((failed) -> this.refused.put(Holder.of(organization, person), failed));
		return taken.map(BrowserAttempt::place);
	}

	@Override
	public Optional<Attempt> current(OrganizationId organization, AuditActor person) {
		Holder holder = Holder.of(organization, person);
		return Optional.ofNullable(this.newest.get(holder))
			.flatMap(DeviceCodeAttempt::state)
			.or(() -> this.stored.find(holder).map(TenantSignIn::asAttempt))
			.or(() -> Optional.ofNullable(this.refused.get(holder)));
	}

	@Override
	public Optional<Attempt.Failed> refusal(OrganizationId organization, AuditActor person) {
		return Optional.ofNullable(this.refused.get(Holder.of(organization, person)));
	}

	@Override
	public List<String> others(OrganizationId organization, AuditActor person) {
		return this.stored.others(Holder.of(organization, person));
	}

	@Override
	public void signOut(OrganizationId organization, AuditActor person) {
		Holder holder = Holder.of(organization, person);
		forget(holder);
		this.stored.signOut(holder, person);
	}

	@Override
	public void endAll(OrganizationId organization, AuditActor person) {
		Stream.concat(this.newest.keySet().stream(), this.refused.keySet().stream())
			.filter((holder) -> holder.organization().equals(organization))
			.distinct()
			.toList()
			.forEach(this::forget);
		this.stored.endAll(organization, person);
	}

	/** Whoever signed in did so for the former domain. */
	@EventListener
	void moved(Organization.Moved moved) {
		endAll(moved.organization(), moved.by());
	}

	@EventListener
	void archived(Organization.Archived archived) {
		endAll(archived.organization(), archived.by());
	}

	@EventListener
	void removed(Organization.Removed removed) {
		endAll(removed.organization(), removed.by());
	}

	private void forget(Holder holder) {
		this.refused.remove(holder);
		this.stored.expectNothing(holder);
		DeviceCodeAttempt former = this.newest.remove(holder);
		if (former != null) {
			former.cancel();
		}
	}

}
