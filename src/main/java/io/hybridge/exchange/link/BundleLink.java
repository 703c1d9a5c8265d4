package io.hybridge.exchange.link;

import java.util.Optional;

/**
 * A server that the console does not reach: a person carries the scripts there and brings
 * the answers back.
 *
 * @param fqdn of the server
 */
public record BundleLink(String fqdn) implements ServerLink {

	public BundleLink {
		fqdn = ServerLink.host(fqdn);
	}

	@Override
	public String destination() {
		return this.fqdn;
	}

	@Override
	public Optional<Account> exchangeAccount() {
		return Optional.empty();
	}

}
