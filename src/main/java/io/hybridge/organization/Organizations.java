package io.hybridge.organization;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.hybridge.web.PageScope;

/** All organizations of this console. */
public interface Organizations extends Repository<Organization, Long>, PageScope.Source {

	Organization save(Organization organization);

	Optional<Organization> findById(long id);

	List<Organization> findAllByOrderByName();

	Optional<Organization> findByDomainAndEnvironment(String domain, Environment environment);

	@Query("""
			select o from Organization o where o.archivedAt is not null
			and (:after = 0 or o.name > (select a.name from Organization a where a.id = :after)
			  or (o.name = (select a.name from Organization a where a.id = :after) and o.id > :after))
			order by o.name, o.id""")
	List<Organization> archived(long after, Limit limit);

	/** As it stands in the database at this moment, whatever was read before. */
	@Query("select o.domain from Organization o where o.id = :id and o.archivedAt is null")
	Optional<String> domainInUse(long id);

	long countByArchivedAtNotNull();

	void delete(Organization organization);

	@Override
	default Optional<PageScope> scopeOf(long organization) {
		return findById(organization).map(Organization::scope);
	}

	/**
	 * The organization that must exist.
	 * @throws UnknownOrganization answered with 404
	 */
	default Organization require(OrganizationId id) {
		return findById(id.value()).orElseThrow(() -> new UnknownOrganization(id));
	}

}
