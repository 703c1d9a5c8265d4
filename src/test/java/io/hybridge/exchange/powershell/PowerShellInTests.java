package io.hybridge.exchange.powershell;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.link.ServerLink;

/** Lets tests of other packages look at Exchange as the console does. */
public final class PowerShellInTests {

	private PowerShellInTests() {
	}

	public static Exchange exchange(List<String> servers, Transport transport, Duration deadline) {
		return new PowerShellExchange(servers, transport,
				new ExchangeSettings(Duration.ZERO, deadline, deadline, deadline, 4), new ServerClocks(),
				Clock.systemUTC());
	}

	/** With the product's own deadlines, in another time than the machine's. */
	public static Exchange exchange(List<String> servers, Transport transport, Clock clock) {
		return new PowerShellExchange(servers, transport, new ExchangeSettings(Duration.ofSeconds(60),
				Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(90), 4), new ServerClocks(), clock);
	}

	/**
	 * The servers of an organization, each over its link.
	 * @param links how they are reached
	 * @param transports the ways there are
	 */
	public static Transport transport(List<ServerLink> links, Transports transports) {
		return new LinkedServers(links, transports);
	}

}
