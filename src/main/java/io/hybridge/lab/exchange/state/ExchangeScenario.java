package io.hybridge.lab.exchange.state;

/** How Fabrikam's Exchange organization can stand when the lab is reset. */
public enum ExchangeScenario {

	/** Setup's auth certificate is current and good; MicrosoftSts is missing. */
	STANDARD,
	/** The current auth certificate has expired and one good certificate waits. */
	AUTH_CERTIFICATE_EXPIRED,
	/** The current auth certificate has expired and nothing can take its place. */
	NO_FIT_CERTIFICATE,
	/** The current auth certificate has expired and two certificates could replace it. */
	TWO_FIT_CERTIFICATES,
	/** EX2 holds no copy of the current auth certificate, and has not for three weeks. */
	MISSING_ON_ONE_SERVER,
	/** The same since two hours ago, when the certificate was set. */
	MISSING_ON_ONE_SERVER_LATELY,
	/** The same on builds that no longer hand out the key. */
	MISSING_ON_ONE_NEW_SERVER,
	/** The servers show each other the auth certificate when they hand on mail. */
	TRANSPORT_USES_AUTH_CERTIFICATE,
	/** Another good certificate is staged and takes over in three days. */
	NEXT_STAGED,
	/** Another good certificate should sign for two days and was not taken over. */
	NEXT_OVERDUE,
	/**
	 * The current auth certificate has expired, a good one is staged, and one more is
	 * there.
	 */
	EXPIRED_WITH_NEXT_STAGED,
	/** The current auth certificate ends in 20 days, and nothing is staged. */
	AUTH_CERTIFICATE_ENDS_SOON,
	/** MicrosoftSts is there and points to the metadata of a tenant that nobody knows. */
	AUTH_SERVER_OTHER_ADDRESS,
	/** The Hybrid Configuration Wizard made the auth servers and named them by a GUID. */
	AUTH_SERVER_BY_WIZARD,
	/** WindowsAzureACS, as documents name it, with another domain of the same tenant. */
	AUTH_SERVER_BY_DOCUMENT,
	/** MicrosoftSts, addressed by the tenant's id instead of a domain. */
	AUTH_SERVER_BY_TENANT_ID,
	/** MicrosoftSts is right, and disabled. */
	AUTH_SERVER_DISABLED,
	/** MicrosoftSts serves another tenant of the same forest. */
	AUTH_SERVER_OTHER_TENANT,
	/** The auth configuration has a service name and a realm of its own. */
	AUTH_CONFIGURATION_FOREIGN,
	/** An Edge server of an old build is subscribed; it is in no domain. */
	EDGE_SERVER,
	/** A server of Exchange 2010 was left over. */
	LEFTOVER_2010,
	/** Exchange SE, 2019 and 2016 with security updates that the display hides. */
	SECURITY_UPDATES

}
