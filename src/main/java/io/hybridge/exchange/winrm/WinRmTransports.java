package io.hybridge.exchange.winrm;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.winrm.http.Conversations;

/** Reaches servers over WinRM. */
@Component
public final class WinRmTransports implements AutoCloseable {

	private final Conversations conversations;

	private final KeptShells kept;

	@Autowired
	WinRmTransports(Conversations conversations) {
		this(conversations, new KeptShells(KeptShells.IDLE));
	}

	WinRmTransports(Conversations conversations, KeptShells kept) {
		this.conversations = conversations;
		this.kept = kept;
	}

	/**
	 * A transport to one server; makes no remote call.
	 * @param link how it is reached
	 */
	public Transport to(WinRmLink link) {
		return new WinRmTransport(link, this.conversations, this.kept);
	}

	@TransactionalEventListener(fallbackExecution = true)
	void changed(ServerLinks.Changed changed) {
		this.kept.endAll();
	}

	@Override
	public void close() {
		this.kept.close();
	}

}
