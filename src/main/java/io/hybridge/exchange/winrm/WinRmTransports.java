package io.hybridge.exchange.winrm;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.ExchangeLinks.ExchangeLink;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.powershell.Transports;

/** Reaches servers over WinRM. */
@Component
class WinRmTransports implements Transports {

	private final WinRmClients clients;

	WinRmTransports(WinRmProperties properties) {
		this.clients = new WinRmClients(properties);
	}

	@Override
	public Transport to(List<ExchangeLink> links) {
		return new WinRmTransport(links.stream()
			.collect(Collectors.toUnmodifiableMap((link) -> key(link.fqdn()), Function.identity(),
					(first, next) -> first)),
				this.clients);
	}

	static String key(String server) {
		return server.toLowerCase(Locale.ROOT);
	}

}
