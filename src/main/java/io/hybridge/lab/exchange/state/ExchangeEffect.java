package io.hybridge.lab.exchange.state;

/** The kinds of effects in the ledger's world {@code exchange}. */
public enum ExchangeEffect {

	/** The organization stands as the scenario says; carries its certificates. */
	ScenarioStarted,
	/** A certificate was made in one server's store. */
	CertificateCreated,
	/** A certificate came with its key into one server's store. */
	CertificateImported,
	/** Another certificate signs; it was carried to the other servers. */
	AuthCertificateSet,
	/** A certificate is to sign from a moment on. */
	NextCertificateStaged,
	/** The staged certificate signs; by a person or by the service host. */
	NextCertificatePublished,
	/** The certificate that signed before is forgotten. */
	PreviousCertificateCleared,
	/** An auth server was created. */
	AuthServerCreated,
	/** An auth server got another metadata address. */
	AuthServerUpdated,
	/** An auth server was enabled. */
	AuthServerEnabled,
	/** An auth server was disabled. */
	AuthServerDisabled,
	/** An auth server was removed. */
	AuthServerRemoved,
	/** The push proxy was enabled or got other values. */
	PushProxyEnabled,
	/** The push proxy was disabled. */
	PushProxyDisabled,
	/** MSExchangeHM was restarted on a server. */
	HealthManagerRestarted,
	/** MSExchangeServiceHost was restarted on a server. */
	ServiceHostRestarted,
	/** An application pool got a new worker process on a server. */
	ApplicationPoolRecycled,
	/** A cumulative update was installed on a server. */
	CumulativeUpdateInstalled,
	/** A server signed an assertion with the auth certificate; changes no state. */
	AssertionSigned

}
