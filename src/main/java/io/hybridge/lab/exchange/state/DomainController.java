package io.hybridge.lab.exchange.state;

import java.util.Locale;

/**
 * A domain controller of Fabrikam. Each server works with one of its own; what is written
 * on one of them reaches the other a little later.
 */
public enum DomainController {

	DC1, DC2;

	/**
	 * The one that a server works with.
	 * @param server short or fully qualified name
	 */
	public static DomainController of(String server) {
		return server.regionMatches(true, 0, "ex2", 0, 3) ? DC2 : DC1;
	}

	public DomainController other() {
		return (this == DC1) ? DC2 : DC1;
	}

	public String fqdn() {
		return name().toLowerCase(Locale.ROOT) + "." + FabrikamExchange.DOMAIN;
	}

}
