package io.hybridge.microsoft365.signin;

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
class DeviceCodeSignIns implements SignIns {

	private final Map<OrganizationId, DeviceCodeAttempt> newest = new ConcurrentHashMap<>();

	private final Map<OrganizationId, Attempt.Failed> refused = new ConcurrentHashMap<>();

	private final DeviceCodeAttempts attempts;

	private final StoredSignIns stored;

	DeviceCodeSignIns(DeviceCodeAttempts attempts, StoredSignIns stored) {
		this.attempts = attempts;
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
	public Optional<Attempt> current(OrganizationId organization) {
		return Optional.ofNullable(this.newest.get(organization))
			.flatMap(DeviceCodeAttempt::state)
			.or(() -> Optional.ofNullable(this.refused.get(organization)))
			.or(() -> this.stored.find(organization).map(TenantSignIn::asAttempt));
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
		DeviceCodeAttempt former = this.newest.remove(organization);
		if (former != null) {
			former.cancel();
		}
	}

}
