package io.hybridge.exchange.local;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.call.Turns;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.powershell.Transport;

/** Reaches the server that the console runs on. */
@Component
public final class LocalTransports {

	private final Turns turns;

	private final LocalProgram program;

	LocalTransports(LocalProperties properties) {
		this.turns = new Turns(properties.simultaneousCalls());
		this.program = new LocalProgram(properties.powershell());
	}

	/**
	 * A transport to the server; starts nothing.
	 * @param link which server it is
	 */
	public Transport to(LocalLink link) {
		return new LocalProcessTransport(link, this.program, this.turns);
	}

}
