package io.hybridge.exchange.powershell;

import java.util.List;

import io.hybridge.exchange.ExchangeLinks;

/** Gives a transport that reaches the servers of one organization. */
public interface Transports {

	/**
	 * A transport over the given links; makes no remote call.
	 * @param links one per server; a call names the server it is for
	 * @return the transport
	 */
	Transport to(List<ExchangeLinks.ExchangeLink> links);

}
