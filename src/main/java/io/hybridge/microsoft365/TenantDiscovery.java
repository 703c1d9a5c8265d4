package io.hybridge.microsoft365;

/** What Microsoft 365 says about a domain to somebody who is not signed in. */
public sealed interface TenantDiscovery {

	/**
	 * A tenant answers for the domain.
	 *
	 * @param tenantId of the tenant
	 * @param region for instance {@code EU}, may be empty
	 * @param accountType {@code Managed}, {@code Federated} or empty when not told
	 * @param evidence what was asked and answered, word for word
	 */
	record Found(String tenantId, String region, String accountType, String evidence) implements TenantDiscovery {
	}

	/**
	 * No tenant answers for the domain.
	 *
	 * @param code the first error code, 90002 for an unknown domain
	 * @param evidence what was asked and answered, word for word
	 */
	record NotFound(int code, String evidence) implements TenantDiscovery {
	}

}
