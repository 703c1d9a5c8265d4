package io.hybridge.exchange.powershell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.hybridge.exchange.link.ServerLink;
import io.hybridge.remote.RemoteFailure;

/** The servers of one organization, each over its own link. */
final class LinkedServers implements Transport {

	private final Map<String, Transport> servers = new LinkedHashMap<>();

	LinkedServers(List<ServerLink> links, Transports transports) {
		links.forEach((link) -> this.servers.put(link.fqdn(), transports.to(link)));
	}

	List<String> names() {
		return List.copyOf(this.servers.keySet());
	}

	@Override
	public ScriptAnswer run(ScriptCall call) {
		return Optional.ofNullable(this.servers.get(call.server().toLowerCase(Locale.ROOT)))
			.orElseThrow(() -> RemoteFailure.withoutEffect(call.server(), "exchange.no-address", ""))
			.run(call);
	}

	@Override
	public void rest() {
		this.servers.values().forEach(Transport::rest);
	}

}
