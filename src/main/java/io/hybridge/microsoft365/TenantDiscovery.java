package io.hybridge.microsoft365;

import java.util.Optional;

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
	 * @param code 90002, by which Microsoft says so
	 * @param evidence what was asked and answered, word for word
	 */
	record NotFound(int code, String evidence) implements TenantDiscovery {
	}

	/**
	 * Microsoft did not look: nothing is known of the domain.
	 *
	 * @param code the number by which Microsoft names its reason, for instance 90013
	 * @param evidence what was asked and answered, word for word
	 */
	record Refused(int code, String evidence) implements TenantDiscovery {
	}

	/**
	 * A tenant answers for the domain, in another cloud than the one that was asked for.
	 *
	 * @param cloud which, or empty where the console cannot tell
	 * @param instance how Microsoft names it, for instance {@code microsoftonline.us}
	 * @param evidence what was asked and answered, word for word
	 */
	record OtherCloud(Optional<KnownCloud> cloud, String instance, String evidence) implements TenantDiscovery {
	}

}
