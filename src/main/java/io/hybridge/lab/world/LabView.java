package io.hybridge.lab.world;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.lab.FaultInjection;
import io.hybridge.lab.LabAccounts;
import io.hybridge.lab.Ledger;
import io.hybridge.lab.Trait;

/**
 * Everything that is to be seen of the lab, as its control endpoint tells it.
 *
 * @param access how it is reached
 * @param servers of the Exchange organization
 * @param exchange the rest of the Exchange organization
 * @param traits how both answer otherwise than usual
 * @param activity what happened, and what goes wrong on purpose
 */
public record LabView(Access access, List<Server> servers, ExchangeSide exchange, TenantSide tenant, List<Trait> traits,
		Activity activity) {

	/**
	 * How the lab is reached.
	 *
	 * @param microsoft365 address of the tenant
	 * @param signInPage where a person enters a code
	 * @param clientId application that signs administrators in
	 * @param authorities PEM of the lab's authority
	 * @param accounts with their passwords
	 */
	public record Access(URI microsoft365, String signInPage, String clientId, String authorities,
			LabAccounts accounts) {
	}

	/**
	 * An Exchange server.
	 *
	 * @param name short name
	 * @param fqdn fully qualified name
	 * @param port of WinRM on loopback, or 0 where nothing listens
	 * @param roles as Exchange writes them
	 * @param build what is installed
	 * @param updatable whether CU23 can be installed
	 */
	public record Server(String name, String fqdn, int port, String roles, String build, boolean updatable) {

		/** Whether WinRM listens for it. */
		public boolean reached() {
			return this.port > 0;
		}

	}

	/**
	 * What the organization knows beside its servers.
	 *
	 * @param scenario how it began
	 * @param domain its domain
	 * @param authCertificate the one that signs
	 * @param authServers all of them
	 * @param proxyEnabled whether the push proxy is enabled
	 */
	public record ExchangeSide(Scenario scenario, String domain, AuthCertificate authCertificate,
			List<AuthServer> authServers, boolean proxyEnabled) {
	}

	/**
	 * An auth server.
	 *
	 * @param name of the object
	 * @param metadataUrl where its metadata is
	 * @param enabled whether it is used
	 */
	public record AuthServer(String name, String metadataUrl, boolean enabled) {
	}

	/**
	 * The certificate that signs.
	 *
	 * @param thumbprint of the certificate
	 * @param expires when it ends
	 */
	public record AuthCertificate(String thumbprint, Instant expires) {

		/** As people compare it: its beginning and its end. */
		public String shortThumbprint() {
			return new Thumbprint(this.thumbprint).brief();
		}

	}

	/**
	 * The tenant.
	 *
	 * @param displayName its name
	 * @param verified verified domains
	 * @param unverified the others
	 * @param keys how many keys the principal has
	 * @param matching how many of them are the key that signs
	 */
	public record TenantSide(String displayName, List<String> verified, List<String> unverified, int keys,
			int matching) {
	}

	/**
	 * What happened, and what goes wrong on purpose.
	 *
	 * @param badge number on the phone
	 * @param faults that are switched on
	 * @param effects newest first, at most a hundred
	 * @param message what became of the last test message, or null
	 */
	public record Activity(int badge, List<FaultInjection.Injected> faults, List<Ledger.Effect> effects,
			MessageTrace message) {
	}

	/**
	 * How far the last test message came.
	 *
	 * @param at when it was sent
	 * @param server that handed it on, or empty
	 * @param signedWith thumbprint the assertion was signed with, or empty
	 * @param tokenIssued whether the token service issued a token
	 * @param accepted whether Microsoft 365 accepted the notification
	 * @param badge number on the phone afterwards, 0 when it did not arrive
	 * @param error what Exchange said, or empty
	 */
	public record MessageTrace(Instant at, String server, String signedWith, boolean tokenIssued, boolean accepted,
			int badge, String error) {
	}

}
