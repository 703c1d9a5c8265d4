package io.hybridge.organization;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.SignedIn;

/** Takes an organization in, together with its record and whoever prepares for it. */
@Component
class OrganizationAdmission {

	private final Organizations organizations;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	OrganizationAdmission(Organizations organizations, ApplicationEventPublisher events, AuditLog audit) {
		this.organizations = organizations;
		this.events = events;
		this.audit = audit;
	}

	@Transactional
	OrganizationId admit(Organization wanted, SignedIn person) {
		Organization organization = this.organizations.save(wanted);
		this.events.publishEvent(new Organization.Registered(organization.id(), organization.environment()));
		this.audit.append(AuditEntry.of(AuditKind.ORGANIZATION_REGISTERED, AuditOutcome.DONE, person.actor())
			.about(organization.id().value(), organization.name())
			.with("domain", organization.domain().value())
			.with("environment", organization.environment().name())
			.with("typed", organization.typedDomain()));
		return organization.id();
	}

}
