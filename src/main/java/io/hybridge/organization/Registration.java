package io.hybridge.organization;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.SignedIn;

/** Registers an organization, tells the other features and records it: all or nothing. */
@Component
class Registration {

	private final Organizations organizations;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Registration(Organizations organizations, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
		this.organizations = organizations;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	@Transactional
	OrganizationId register(String name, DomainName domain, String typedDomain, Environment environment,
			SignedIn person) {
		Organization organization = this.organizations
			.save(new Organization(name, domain, typedDomain, environment, this.clock.instant()));
		this.events.publishEvent(new Organization.Registered(organization.id(), environment));
		this.audit.append(AuditEntry.of(AuditKind.ORGANIZATION_REGISTERED, AuditOutcome.DONE, person.actor())
			.about(organization.id().value(), name)
			.with("domain", domain.value())
			.with("environment", environment.name())
			.with("typed", typedDomain));
		return organization.id();
	}

}
