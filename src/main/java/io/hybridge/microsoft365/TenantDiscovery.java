package io.hybridge.microsoft365;

/** What Microsoft 365 says about a domain to somebody who is not signed in. */
public sealed interface TenantDiscovery {

	/**
	 * A tenant answers for the domain.
	 *
	 * @param tenantId of the tenant
	 * @param evidence what was asked and answered, word for word
	 */
	record Found(String tenantId, String evidence) implements TenantDiscovery {
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
