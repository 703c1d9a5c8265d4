package io.hybridge.organization;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** All organizations of this console. */
public interface Organizations extends Repository<Organization, Long> {

	Organization save(Organization organization);

	Optional<Organization> findById(long id);

	List<Organization> findAllByOrderByName();

	Optional<Organization> findByDomainAndEnvironment(String domain, Environment environment);

	/**
	 * The organization that must exist.
	 * @throws UnknownOrganization answered with 404
	 */
	default Organization require(OrganizationId id) {
		return findById(id.value()).orElseThrow(() -> new UnknownOrganization(id));
	}

}
