package io.hybridge.exchange.link;

import java.util.Optional;

/**
 * A server that is reached by OpenSSH for Windows.
 *
 * @param fqdn of the server
 * @param address IP literal or name to connect to
 * @param port usually 22
 * @param hostKey the pinned key as OpenSSH writes it, for instance {@code SHA256:nThb…};
 * empty until a person has compared it. Nothing is said to a server that shows another
 * one, or whose key is not pinned
 * @param signIn as whom
 * @param exchange the account for Exchange's own endpoint, or null where the ticket of
 * the sign-in does
 */
public record SshLink(String fqdn, String address, int port, String hostKey, SshSignIn signIn,
		Account exchange) implements ServerLink {

	public SshLink {
		fqdn = ServerLink.host(fqdn);
		ServerLink.port(port);
		if (!hostKey.isEmpty()) {
			hostKey(hostKey);
		}
	}

	/**
	 * Checks the fingerprint of a host key.
	 * @throws IllegalArgumentException when OpenSSH writes none so
	 */
	public static String hostKey(String fingerprint) {
		if (!fingerprint.matches("SHA256:[A-Za-z0-9+/]{43}")) {
			throw new IllegalArgumentException("Not the fingerprint of a host key");
		}
		return fingerprint;
	}

	@Override
	public String destination() {
		return ServerLink.destination(this.fqdn, this.address, this.port);
	}

	@Override
	public Optional<Account> exchangeAccount() {
		return Optional.ofNullable(this.exchange);
	}

}
