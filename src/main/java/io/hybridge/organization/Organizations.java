package io.hybridge.organization;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.hybridge.web.PageScope;
import io.hybridge.web.sight.Sight;

/** All organizations of this console. */
public interface Organizations extends Repository<Organization, Long>, PageScope.Source {

	Organization save(Organization organization);

	Optional<Organization> findById(long id);

	List<Organization> findAllByOrderByName();

	Optional<Organization> findByDomainAndEnvironment(String domain, Environment environment);

	/** As it stands in the database at this moment, whatever was read before. */
	@Query("select o.domain from Organization o where o.id = :id and o.archivedAt is null")
	Optional<String> domainInUse(long id);

	/** In how many ways an account may see an organization, 0 if it may not. */
	@Query(value = "select count(*) from visible_organization where account_id = :account and organization_id = :id",
			nativeQuery = true)
	long ways(long account, long id);

	void delete(Organization organization);

	@Override
	default Optional<PageScope> scopeOf(long organization) {
		return find(new OrganizationId(organization)).map(Organization::scope);
	}

	/** Whether there is one that the person who asks may see. */
	default boolean shows(OrganizationId id) {
		Sight sight = Sight.asking();
		return sight.limited() ? ways(sight.account(), id.value()) > 0 : findById(id.value()).isPresent();
	}

	/** One that the person who asks may see. */
	default Optional<Organization> find(OrganizationId id) {
		return shows(id) ? findById(id.value()) : Optional.empty();
	}

	/**
	 * The organization that must exist, and that the person who asks must see.
	 * @throws UnknownOrganization answered with 404
	 */
	default Organization require(OrganizationId id) {
		return find(id).orElseThrow(() -> new UnknownOrganization(id));
	}

}
