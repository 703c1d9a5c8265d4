package io.hybridge.step.observation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.TenantDomain;
import io.hybridge.organization.DomainName;

/**
 * The names under which an organization's tenant is known.
 *
 * @param id of the tenant, or empty while nobody was asked
 * @param domains verified ones in lower case, the organization's own among them
 * @param complete whether these are all domains of the tenant
 */
public record TenantNames(Optional<String> id, Set<String> domains, boolean complete) {

	/**
	 * What one look saw of them. A tenant that does not have the domain is not the
	 * organization's, whoever is signed in to it.
	 * @param domain of the organization
	 * @return its tenant's names
	 */
	public static TenantNames of(Observation observation, DomainName domain) {
		return observation.tenant()
			.seen()
			.map((tenant) -> new TenantNames(Optional.of(lower(tenant.tenantId())), verified(tenant), true))
			.filter((names) -> names.domains.contains(domain.value()))
			.orElseGet(() -> new TenantNames(discovered(observation), Set.of(domain.value()), false));
	}

	/**
	 * Whose a realm is.
	 * @param realm a tenant's id or one of its domains
	 */
	public Belonging of(String realm) {
		String name = lower(realm);
		if (this.domains.contains(name) || this.id.filter(name::equals).isPresent()) {
			return Belonging.OWN;
		}
		boolean decided = this.complete || (this.id.isPresent() && !name.contains(".") && !name.isEmpty());
		return decided ? Belonging.FOREIGN : Belonging.UNKNOWN;
	}

	private static Set<String> verified(TenantReading.Seen tenant) {
		return tenant.domains()
			.stream()
			.filter(TenantDomain::verified)
			.map((domain) -> lower(domain.name()))
			.collect(Collectors.toSet());
	}

	private static Optional<String> discovered(Observation observation) {
		return observation.discovery()
			.seen()
			.flatMap((discovery) -> (discovery instanceof TenantDiscovery.Found found)
					? Optional.of(lower(found.tenantId())) : Optional.empty());
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/** Whose something is. */
	public enum Belonging {

		OWN, FOREIGN, UNKNOWN

	}

}
