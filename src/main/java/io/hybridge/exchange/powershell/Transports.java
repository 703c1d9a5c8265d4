package io.hybridge.exchange.powershell;

import io.hybridge.exchange.link.ServerLink;

/** Gives the transport that a link asks for. */
public interface Transports {

	/**
	 * A transport to one server; makes no remote call.
	 * @param link how the server is reached
	 */
	Transport to(ServerLink link);

}
