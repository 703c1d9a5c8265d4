package io.hybridge.microsoft365.registration;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.microsoft365.signin.SignIns;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.Organizations;
import io.hybridge.web.NotFound;

/** Changes the application of an organization, and ends the sign-in with the former. */
@Component
class AppRegistrationCare {

	private final AppRegistrations registrations;

	private final Organizations organizations;

	private final OrganizationHistory history;

	private final SignIns signIns;

	private final AuditLog audit;

	AppRegistrationCare(AppRegistrations registrations, Organizations organizations, OrganizationHistory history,
			SignIns signIns, AuditLog audit) {
		this.registrations = registrations;
		this.organizations = organizations;
		this.history = history;
		this.signIns = signIns;
		this.audit = audit;
	}

	@Transactional
	void enter(Organization organization, String clientId, AuditActor person) {
		hold(organization);
		Optional<String> former = this.registrations.clientId(organization.id());
		if (!former.equals(Optional.of(clientId))) {
			this.registrations.put(organization.id(), clientId);
			changed(organization, former.isEmpty() ? "entered" : "changed", clientId, person);
		}
	}

	@Transactional
	void remove(Organization organization, AuditActor person) {
		hold(organization);
		this.registrations.clientId(organization.id()).ifPresent((former) -> {
			this.registrations.remove(organization.id());
			changed(organization, "removed", former, person);
		});
	}

	/** One change after the other, and none where nothing is done any more. */
	private void hold(Organization organization) {
		this.history.held(organization.id());
		if (this.organizations.domainInUse(organization.id().value()).isEmpty()) {
			throw new NotFound();
		}
	}

	private void changed(Organization organization, String what, String clientId, AuditActor person) {
		this.audit.append(AuditEntry.of(AuditKind.APP_REGISTRATION_CHANGED, AuditOutcome.DONE, person)
			.about(organization.id().value(), organization.name())
			.with("what", what)
			.with("application", clientId));
		this.signIns.endAll(organization.id(), person);
	}

}
