package io.hybridge.exchange.powershell;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;

/** Gives the Exchange of an organization over its links. */
@Component
class ExchangeRegistry implements ExchangeConnections {

	private final ServerLinks links;

	private final Transports transports;

	private final ExchangeSettings settings;

	private final ServerClocks clocks = new ServerClocks();

	private final Clock clock;

	// Kept while the links are the same, so that connections and TLS sessions are too.
	private final Map<OrganizationId, Linked> linked = new ConcurrentHashMap<>();

	ExchangeRegistry(ServerLinks links, Transports transports, ExchangeSettings settings, Clock clock) {
		this.links = links;
		this.transports = transports;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public Exchange of(OrganizationId organization) {
		List<ServerLink> current = this.links.of(organization);
		if (current.isEmpty()) {
			throw RemoteFailure.withoutEffect("Exchange", "exchange.no-connection", "");
		}
		Linked known = this.linked.compute(organization,
				(key, before) -> (before != null && before.links().equals(current)) ? before : link(current));
		return Errand.current()
			.<Exchange>map((errand) -> exchange(known.servers(), errand.over(known.servers())))
			.orElse(known.exchange());
	}

	@Override
	public Optional<Duration> endsAbandoned(OrganizationId organization) {
		List<Optional<Duration>> ends = this.links.of(organization).stream().map(ServerLink::endsAbandoned).toList();
		return ends.contains(Optional.<Duration>empty()) ? Optional.empty()
				: ends.stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
	}

	@Override
	public void rest(OrganizationId organization) {
		Optional.ofNullable(this.linked.get(organization)).map(Linked::servers).ifPresent(Transport::rest);
	}

	private Linked link(List<ServerLink> current) {
		LinkedServers servers = new LinkedServers(current, this.transports);
		return new Linked(current, servers, exchange(servers, servers));
	}

	private PowerShellExchange exchange(LinkedServers servers, Transport transport) {
		return new PowerShellExchange(servers.names(), transport, this.settings, this.clocks, this.clock);
	}

	private record Linked(List<ServerLink> links, LinkedServers servers, Exchange exchange) {
	}

}
