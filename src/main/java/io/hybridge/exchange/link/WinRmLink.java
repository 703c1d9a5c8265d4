package io.hybridge.exchange.link;

import java.time.Duration;
import java.util.Optional;

/**
 * A server that is reached by Windows Remote Management.
 *
 * @param fqdn of the server
 * @param address IP literal or name to connect to; the same as {@code fqdn} where DNS
 * does
 * @param port usually 5986 with TLS, 5985 without
 * @param channel what keeps the conversation secret
 * @param signIn as whom
 * @param exchange the account for Exchange's own endpoint, or null for the same one
 */
public record WinRmLink(String fqdn, String address, int port, Channel channel, WindowsSignIn signIn,
		Account exchange) implements ServerLink {

	/** After what time the server ends a shell with all that runs in it, alone. */
	public static final Duration ABANDONED = Duration.ofMinutes(3);

	public WinRmLink {
		fqdn = ServerLink.host(fqdn);
		ServerLink.port(port);
		if (channel instanceof Channel.SealedMessages && !signIn.seals()) {
			throw new IllegalArgumentException("This sign-in cannot seal messages: it needs HTTPS");
		}
	}

	@Override
	public Optional<Duration> endsAbandoned() {
		return Optional.of(ABANDONED);
	}

	@Override
	public String destination() {
		return ServerLink.destination(this.fqdn, this.address, this.port);
	}

	@Override
	public Optional<Account> exchangeAccount() {
		return Optional.ofNullable(this.exchange).or(this.signIn::account);
	}

}
