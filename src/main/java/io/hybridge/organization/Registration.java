package io.hybridge.organization;

import java.time.Clock;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import io.hybridge.security.account.SignedIn;

/**
 * Registers an organization, tells the other features and records it: all or nothing. Of
 * several that want one domain at the same time the database chooses.
 */
@Component
class Registration {

	private final Organizations organizations;

	private final OrganizationAdmission admission;

	private final Clock clock;

	Registration(Organizations organizations, OrganizationAdmission admission, Clock clock) {
		this.organizations = organizations;
		this.admission = admission;
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
			return this.admission.admit(new Organization(name, domain, typedDomain, environment, this.clock.instant()),
					person);
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

}
