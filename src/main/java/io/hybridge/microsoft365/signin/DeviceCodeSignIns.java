package io.hybridge.microsoft365.signin;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;

/** Keeps the newest attempt to sign in of each organization. */
@Component
public class DeviceCodeSignIns implements SignIns {

	private final Map<OrganizationId, DeviceCodeAttempt> attempts = new ConcurrentHashMap<>();

	private final Map<OrganizationId, Attempt.Failed> neverBegan = new ConcurrentHashMap<>();

	private final DeviceCodeAttempts opening;

	private final StoredSignIns kept;

	DeviceCodeSignIns(DeviceCodeAttempts opening, StoredSignIns kept) {
		this.opening = opening;
		this.kept = kept;
	}

	@Override
	public Attempt start(OrganizationId organization, AuditActor person) {
		forget(organization);
		try {
			DeviceCodeAttempt attempt = this.opening.open(organization, person);
			DeviceCodeAttempt former = this.attempts.put(organization, attempt);
			if (former != null) {
				former.cancel();
			}
			return attempt.begin();
		}
		catch (RemoteFailure ex) {
			Attempt.Failed failed = new Attempt.Failed(ex.code(), ex.evidence());
			this.neverBegan.put(organization, failed);
			return failed;
		}
	}

	@Override
	public Optional<Attempt> current(OrganizationId organization) {
		return Optional.ofNullable(this.attempts.get(organization))
			.flatMap(DeviceCodeAttempt::state)
			.or(() -> Optional.ofNullable(this.neverBegan.get(organization)))
			.or(() -> this.kept.find(organization).map(TenantSignIn::asAttempt));
	}

	@Override
	public void signOut(OrganizationId organization, AuditActor person) {
		forget(organization);
		this.kept.signOut(organization, person);
	}

	private void forget(OrganizationId organization) {
		this.neverBegan.remove(organization);
		DeviceCodeAttempt former = this.attempts.remove(organization);
		if (former != null) {
			former.cancel();
		}
	}

}
