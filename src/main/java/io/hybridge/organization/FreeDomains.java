package io.hybridge.organization;

import java.util.function.Supplier;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Gives a domain to one organization of an environment. Of several that want it at the
 * same time the database chooses.
 */
@Component
class FreeDomains {

	private final Organizations organizations;

	FreeDomains(Organizations organizations) {
		this.organizations = organizations;
	}

	/**
	 * Does what needs a domain.
	 * @param self the organization that may have it already, or null
	 * @param work in a transaction of its own
	 * @throws DomainTaken when another organization of the environment has the domain
	 */
	<T> T claim(DomainName domain, Environment environment, OrganizationId self, Supplier<T> work) {
		requireFree(domain, environment, self);
		try {
			return work.get();
		}
		catch (DataIntegrityViolationException ex) {
			// Somebody else was faster.
			requireFree(domain, environment, self);
			throw ex;
		}
	}

	private void requireFree(DomainName domain, Environment environment, OrganizationId self) {
		this.organizations.findByDomainAndEnvironment(domain.value(), environment)
			.filter((known) -> !known.id().equals(self))
			.ifPresent((known) -> {
				throw new DomainTaken(known);
			});
	}

}
