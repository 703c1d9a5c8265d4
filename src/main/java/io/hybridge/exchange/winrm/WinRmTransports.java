package io.hybridge.exchange.winrm;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.winrm.http.Conversations;

/** Reaches servers over WinRM. */
@Component
public final class WinRmTransports {

	private final Conversations conversations;

	WinRmTransports(Conversations conversations) {
		this.conversations = conversations;
	}

	/**
	 * A transport to one server; makes no remote call.
	 * @param link how it is reached
	 */
	public Transport to(WinRmLink link) {
		return new WinRmTransport(link, this.conversations);
	}

}
