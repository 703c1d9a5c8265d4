package io.hybridge.organization;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.hybridge.security.account.SignedIn;

/** Registers an organization, tells the other features and records it: all or nothing. */
@Component
class Registration {

	private final FreeDomains domains;

	private final OrganizationAdmission admission;

	private final Clock clock;

	Registration(FreeDomains domains, OrganizationAdmission admission, Clock clock) {
		this.domains = domains;
		this.admission = admission;
		this.clock = clock;
	}

	/**
	 * Registers.
	 * @throws DomainTaken when another organization of the environment has the domain
	 */
	OrganizationId register(String name, DomainName domain, String typedDomain, Environment environment,
			SignedIn person) {
		Organization wanted = new Organization(name, domain, typedDomain, environment, this.clock.instant());
		return this.domains.claim(domain, environment, null, () -> this.admission.admit(wanted, person));
	}

}
