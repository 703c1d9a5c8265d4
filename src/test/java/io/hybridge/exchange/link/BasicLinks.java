package io.hybridge.exchange.link;

/** Links over HTTPS with name and password, as the lab's. */
public final class BasicLinks {

	private BasicLinks() {
	}

	/**
	 * A link.
	 * @param authorities PEM of the authorities to trust
	 */
	public static WinRmLink to(String fqdn, String address, int port, String user, String password,
			String authorities) {
		return new WinRmLink(fqdn, address, port, new Channel.Tls(new PeerTrust.Authorities(authorities)),
				new WindowsSignIn.Basic(new Account(user, password)), null);
	}

	/**
	 * The same server with another password.
	 * @param link with the right one
	 * @param password another one
	 */
	public static WinRmLink withPassword(WinRmLink link, String password) {
		Account right = link.exchangeAccount().orElseThrow();
		return new WinRmLink(link.fqdn(), link.address(), link.port(), link.channel(),
				new WindowsSignIn.Basic(new Account(right.name(), password)), null);
	}

}
