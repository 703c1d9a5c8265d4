package io.hybridge.exchange.link;

import java.util.Optional;

/**
 * The server that the console itself runs on; scripts run as the console's own account.
 *
 * @param fqdn of the server
 */
public record LocalLink(String fqdn) implements ServerLink {

	public LocalLink {
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
