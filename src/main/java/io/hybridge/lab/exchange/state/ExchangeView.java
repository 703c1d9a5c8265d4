package io.hybridge.lab.exchange.state;

import java.time.Instant;
import java.util.List;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ServerBuild;

/**
 * The lab's Exchange organization as the lab's page shows it; no private key is in it.
 *
 * @param scenario how it stood at the last reset
 * @param domain its DNS domain
 * @param culture of its servers
 * @param servers all of them
 * @param currentAuthCertificate the one that signs
 * @param certificates all that are in any store, the current one first
 * @param authServers all of them
 * @param pushProxy the push proxy
 */
public record ExchangeView(ExchangeScenario scenario, String domain, String culture, List<ServerView> servers,
		Certificate currentAuthCertificate, List<CertificateView> certificates, List<AuthServerView> authServers,
		PushProxyView pushProxy) {

	/**
	 * A server.
	 *
	 * @param name short name
	 * @param fqdn fully qualified name
	 * @param roles as Exchange writes them, for instance {@code Mailbox, ClientAccess}
	 * @param build what is installed
	 * @param updatable whether the lab can install CU23 on it
	 * @param healthManagerStarted when its health manager started
	 */
	public record ServerView(String name, String fqdn, String roles, ServerBuild build, boolean updatable,
			Instant healthManagerStarted) {

		boolean holdsMailboxes() {
			return this.roles.contains("Mailbox");
		}

	}

	/**
	 * A certificate.
	 *
	 * @param certificate its public part
	 * @param friendlyName in the store
	 * @param services for instance {@code IIS, SMTP}
	 * @param current whether the auth configuration signs with it
	 */
	public record CertificateView(Certificate certificate, String friendlyName, String services, boolean current) {
	}

	/**
	 * An auth server.
	 *
	 * @param name of the object
	 * @param metadataUrl where its metadata is
	 * @param enabled whether it is used
	 */
	public record AuthServerView(String name, String metadataUrl, boolean enabled) {
	}

	/**
	 * The push proxy.
	 *
	 * @param enabled whether notifications are handed on
	 * @param organization the tenant's domain, or empty text
	 * @param uri where notifications go
	 * @param createdAt when Setup made it
	 * @param changedAt last change
	 */
	public record PushProxyView(boolean enabled, String organization, String uri, Instant createdAt,
			Instant changedAt) {
	}

}
