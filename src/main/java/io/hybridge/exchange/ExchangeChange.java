package io.hybridge.exchange;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.organization.DomainName;

/** The closed list of what the product changes on an Exchange server. */
public sealed interface ExchangeChange {

	/**
	 * Makes a new auth certificate that can be found again.
	 *
	 * @param friendlyName name in the certificate store
	 * @param domainName the domain in the certificate, the article's AD DNS domain
	 * @param subjectKeyIdentifier 32 hexadecimal digits, chosen beforehand
	 */
	record CreateAuthCertificate(String friendlyName, DomainName domainName,
			String subjectKeyIdentifier) implements ExchangeChange {
	}

	/**
	 * Makes a certificate the current one of the auth configuration.
	 *
	 * @param thumbprint of the certificate
	 */
	record SetAuthCertificate(Thumbprint thumbprint) implements ExchangeChange {
	}

	/**
	 * Creates the auth server, or gives it another metadata address.
	 *
	 * @param name of the auth server, {@code MicrosoftSts}
	 * @param metadataUrl address of its metadata
	 */
	record SetAuthServer(String name, String metadataUrl) implements ExchangeChange {
	}

	/**
	 * Removes the auth server that we created, if it still has our address.
	 *
	 * @param name of the auth server
	 * @param metadataUrl the address it must still have
	 */
	record RemoveAuthServer(String name, String metadataUrl) implements ExchangeChange {
	}

	/**
	 * Enables the push proxy.
	 *
	 * @param organization the tenant's domain
	 */
	record EnablePushProxy(DomainName organization) implements ExchangeChange {
	}

	/** Disables the push proxy. */
	record DisablePushProxy() implements ExchangeChange {
	}

}
