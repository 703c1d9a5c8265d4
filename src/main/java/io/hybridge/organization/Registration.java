package io.hybridge.organization;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.SignedIn;

/**
 * Registers an organization, tells the other features and records it: all or nothing. Of
 * several that want one domain at the same time the database chooses.
 */
@Component
class Registration {

	private final Organizations organizations;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	private final TransactionOperations transaction;

	private final Clock clock;

	Registration(Organizations organizations, AuditLog audit, ApplicationEventPublisher events,
			TransactionOperations transaction, Clock clock) {
		this.organizations = organizations;
		this.audit = audit;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Registers.
	 * @throws DomainTaken when another organization of the environment has the domain
	 */
	OrganizationId register(String name, DomainName domain, String typedDomain, Environment environment,
			SignedIn person) {
		requireFree(domain, environment);
		try {
			return this.transaction.execute((status) -> keep(
					new Organization(name, domain, typedDomain, environment, this.clock.instant()), person));
		}
		catch (DataIntegrityViolationException ex) {
			// Somebody else was faster.
			requireFree(domain, environment);
			throw ex;
		}
	}

	private void requireFree(DomainName domain, Environment environment) {
		this.organizations.findByDomainAndEnvironment(domain.value(), environment).ifPresent((known) -> {
			throw new DomainTaken(known.name());
		});
	}

	private OrganizationId keep(Organization wanted, SignedIn person) {
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
