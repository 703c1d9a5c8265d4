package io.hybridge.exchange.powershell;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.ExchangeLinks.ExchangeLink;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;

/** Gives the Exchange of an organization over its links. */
@Component
class ExchangeRegistry implements ExchangeConnections {

	private final StoredLinks links;

	private final Transports transports;

	private final ExchangeSettings settings;

	private final Clock clock;

	// Kept while the links are the same, so that connections and TLS sessions are too.
	private final Map<OrganizationId, Linked> linked = new ConcurrentHashMap<>();

	ExchangeRegistry(StoredLinks links, Transports transports, ExchangeSettings settings, Clock clock) {
		this.links = links;
		this.transports = transports;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public Exchange of(OrganizationId organization) {
		List<ExchangeLink> current = this.links.of(organization);
		if (current.isEmpty()) {
			throw RemoteFailure.withoutEffect("Exchange", "exchange.no-connection", "");
		}
		return this.linked
			.compute(organization,
					(key, known) -> (known != null && known.links().equals(current)) ? known : link(current))
			.exchange();
	}

	private Linked link(List<ExchangeLink> current) {
		return new Linked(current, new PowerShellExchange(current.stream().map(ExchangeLink::fqdn).toList(),
				this.transports.to(current), this.settings, this.clock));
	}

	private record Linked(List<ExchangeLink> links, Exchange exchange) {
	}

}
