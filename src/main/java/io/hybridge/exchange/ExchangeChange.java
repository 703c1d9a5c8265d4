package io.hybridge.exchange;

import java.time.Instant;
import java.util.Map;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.organization.DomainName;

/**
 * The closed list of what the product changes on an Exchange server. Each says which
 * script of the catalogue it is and with which values; what is no name, address or
 * identifier does not become one, although values travel as data only.
 */
public sealed interface ExchangeChange {

	/** Name of the script in the catalogue. */
	String script();

	/**
	 * On which server it runs.
	 * @param entryServer the server that answers for the organization
	 * @return fully qualified name
	 */
	default String server(String entryServer) {
		return entryServer;
	}

	/**
	 * Whether its script needs Exchange's cmdlets; else Windows' own commands do, on the
	 * very server.
	 */
	default boolean usesExchange() {
		return true;
	}

	/**
	 * The script's values.
	 * @param server fully qualified name of the server that runs it
	 * @return values by name, as the script contract has them
	 */
	Map<String, Object> arguments(String server);

	/**
	 * Makes a new auth certificate that can be found again.
	 *
	 * @param friendlyName name in the certificate store
	 * @param domainName the domain in the certificate, the article's AD DNS domain
	 * @param subjectKeyIdentifier 32 hexadecimal digits, chosen beforehand
	 */
	record CreateAuthCertificate(String friendlyName, DomainName domainName,
			String subjectKeyIdentifier) implements ExchangeChange {

		public CreateAuthCertificate {
			ArgumentForm.NAME.require(friendlyName);
			ArgumentForm.KEY_IDENTIFIER.require(subjectKeyIdentifier);
		}

		@Override
		public String script() {
			return "New-AuthCertificate";
		}

		@Override
		public Map<String, Object> arguments(String server) {
			return Map.of("server", server, "friendlyName", this.friendlyName, "domainName", this.domainName.value(),
					"subjectKeyIdentifier", this.subjectKeyIdentifier);
		}

	}

	/**
	 * Makes a certificate the current one of the auth configuration.
	 *
	 * @param thumbprint of the certificate
	 */
	record SetAuthCertificate(Thumbprint thumbprint) implements ExchangeChange {

		@Override
		public String script() {
			return "Set-AuthCertificate";
		}

		@Override
		public Map<String, Object> arguments(String server) {
			return Map.of("server", server, "thumbprint", this.thumbprint.value());
		}

	}

	/**
	 * Copies a certificate with its key from one server to another, without the key ever
	 * leaving Exchange's own session.
	 *
	 * @param thumbprint of the certificate
	 * @param source fully qualified name of a server that holds it
	 * @param target fully qualified name of the server that lacks it
	 */
	record CopyAuthCertificate(Thumbprint thumbprint, String source, String target) implements ExchangeChange {

		public CopyAuthCertificate {
			ArgumentForm.SERVER.require(source);
			ArgumentForm.SERVER.require(target);
		}

		@Override
		public String server(String entryServer) {
			return this.target;
		}

		@Override
		public String script() {
			return "Copy-AuthCertificate";
		}

		@Override
		public Map<String, Object> arguments(String server) {
			return Map.of("server", server, "source", this.source, "thumbprint", this.thumbprint.value());
		}

	}

	/**
	 * Stages a certificate that signs from a moment on.
	 *
	 * @param thumbprint of the certificate
	 * @param effective from when on
	 */
	record StageAuthCertificate(Thumbprint thumbprint, Instant effective) implements ExchangeChange {

		@Override
		public String script() {
			return "Set-NextAuthCertificate";
		}

		@Override
		public Map<String, Object> arguments(String server) {
			return Map.of("thumbprint", this.thumbprint.value(), "effective", this.effective.toString());
		}

	}

	/**
	 * Makes the staged certificate the current one at once.
	 *
	 * @param thumbprint of the certificate that must be staged
	 */
	record PublishAuthCertificate(Thumbprint thumbprint) implements ExchangeChange {

		@Override
		public String script() {
			return "Publish-AuthCertificate";
		}

		@Override
		public Map<String, Object> arguments(String server) {
			return Map.of("thumbprint", this.thumbprint.value());
		}

	}

	/**
	 * Creates the auth server, or gives it another metadata address.
	 *
	 * @param name of the auth server, {@code MicrosoftSts}
	 * @param metadataUrl address of its metadata
	 */
	record SetAuthServer(String name, String metadataUrl) implements ExchangeChange {

		public SetAuthServer {
			ArgumentForm.OBJECT_NAME.require(name);
			ArgumentForm.HTTPS_ADDRESS.require(metadataUrl);
		}

		@Override
		public String script() {
			return "Set-AuthServer";
		}

		@Override
		public Map<String, Object> arguments(String server) {
			return Map.of("name", this.name, "metadataUrl", this.metadataUrl);
		}

	}

	/**
	 * Enables or disables an auth server, if it still has the address that was seen.
	 *
	 * @param name of the auth server
	 * @param metadataUrl the address it must still have
	 * @param enabled whether it is to be used
	 */
	record SwitchAuthServer(String name, String metadataUrl, boolean enabled) implements ExchangeChange {

		public SwitchAuthServer {
			ArgumentForm.OBJECT_NAME.require(name);
		}

		@Override
		public String script() {
			return "Switch-AuthServer";
		}

		@Override
		public Map<String, Object> arguments(String server) {
			return Map.of("name", this.name, "metadataUrl", this.metadataUrl, "enabled", this.enabled);
		}

	}

	/**
	 * Removes the auth server that we created, if it still has our address.
	 *
	 * @param name of the auth server
	 * @param metadataUrl the address it must still have
	 * @param guid of the object that was seen, or empty text
	 */
	record RemoveAuthServer(String name, String metadataUrl, String guid) implements ExchangeChange {

		public RemoveAuthServer {
			ArgumentForm.NAME.require(name);
		}

		public RemoveAuthServer(String name, String metadataUrl) {
			this(name, metadataUrl, "");
		}

		@Override
		public String script() {
			return "Remove-AuthServer";
		}

		@Override
		public Map<String, Object> arguments(String server) {
			return Map.of("name", this.name, "metadataUrl", this.metadataUrl, "guid", this.guid);
		}

	}

	/**
	 * Enables the push proxy.
	 *
	 * @param organization the tenant's domain
	 */
	record EnablePushProxy(DomainName organization) implements ExchangeChange {

		@Override
		public String script() {
			return "Enable-PushProxy";
		}

		@Override
		public Map<String, Object> arguments(String server) {
			return Map.of("organization", this.organization.value());
		}

	}

	/** Disables the push proxy. */
	record DisablePushProxy() implements ExchangeChange {

		@Override
		public String script() {
			return "Disable-PushProxy";
		}

		@Override
		public Map<String, Object> arguments(String server) {
			return Map.of();
		}

	}

	/**
	 * Restarts the service host of one server.
	 *
	 * @param on fully qualified name of the server
	 */
	record RestartServiceHost(String on) implements ExchangeChange {

		@Override
		public String server(String entryServer) {
			return this.on;
		}

		@Override
		public String script() {
			return "Restart-ServiceHost";
		}

		@Override
		public boolean usesExchange() {
			return false;
		}

		@Override
		public Map<String, Object> arguments(String server) {
			return Map.of("server", server);
		}

	}

	/**
	 * Recycles an application pool of one server.
	 *
	 * @param on fully qualified name of the server
	 * @param pool which pool
	 */
	record RecycleApplicationPool(String on, ExchangeService pool) implements ExchangeChange {

		@Override
		public String server(String entryServer) {
			return this.on;
		}

		@Override
		public String script() {
			return "Restart-ApplicationPool";
		}

		@Override
		public boolean usesExchange() {
			return false;
		}

		@Override
		public Map<String, Object> arguments(String server) {
			return Map.of("server", server, "pool", this.pool.serviceName());
		}

	}

}
