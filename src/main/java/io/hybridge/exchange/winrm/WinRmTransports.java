package io.hybridge.exchange.winrm;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.Transport;

/** Reaches servers over WinRM. */
@Component
public final class WinRmTransports {

	private final WinRmClients clients;

	WinRmTransports(WinRmProperties properties) {
		this.clients = new WinRmClients(properties);
	}

	/**
	 * A transport to one server; makes no remote call.
	 * @param link how it is reached
	 */
	public Transport to(WinRmLink link) {
		return new WinRmTransport(link, this.clients);
	}

}
