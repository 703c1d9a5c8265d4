package io.hybridge.exchange;

import java.util.List;

import io.hybridge.organization.OrganizationId;

/** Keeps how the servers of an organization are reached. */
public interface ExchangeLinks {

	/**
	 * Replaces all links of an organization, in the caller's transaction. The password
	 * goes to the secrets.
	 * @param links one per server; the first is the entry server
	 */
	void replace(OrganizationId organization, List<ExchangeLink> links);

	/**
	 * How a server is reached.
	 *
	 * @param fqdn the name that TLS must see and that Exchange uses
	 * @param address IP literal or name to connect to; the same as {@code fqdn} where DNS
	 * does
	 * @param port of WinRM over HTTPS, usually 5986
	 * @param user account to sign in with
	 * @param password its password; never read back into a page
	 * @param authorities PEM of the authorities to trust, or null for the Java runtime's
	 */
	record ExchangeLink(String fqdn, String address, int port, String user, String password, String authorities) {

		@Override
		public String toString() {
			return "ExchangeLink[" + this.fqdn + " at " + this.address + ":" + this.port + "]";
		}

	}

}
