package io.hybridge.exchange.ssh;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import io.hybridge.exchange.call.Turns;
import io.hybridge.exchange.link.SshLink;

/**
 * The connections to all servers: those that were not used for the longest time are let
 * go.
 */
final class SshConnections {

	private final Map<SshLink, SshConnection> kept = new LinkedHashMap<>(16, 0.75f, true);

	private final SshDialer dialer;

	private final SshAuthentication authentication;

	private final Turns turns;

	private final int most;

	SshConnections(SshDialer dialer, SshAuthentication authentication, SshProperties properties) {
		this.dialer = dialer;
		this.authentication = authentication;
		this.turns = new Turns(properties.simultaneousCalls());
		this.most = properties.keptServers();
	}

	Turns turns() {
		return this.turns;
	}

	SshConnection of(SshLink link) {
		synchronized (this.kept) {
			SshConnection connection = this.kept.computeIfAbsent(link,
					(key) -> new SshConnection(key, this.dialer, this.authentication));
			if (this.kept.size() > this.most) {
				Iterator<SshConnection> eldest = this.kept.values().iterator();
				eldest.next().closeIfUnused();
				eldest.remove();
			}
			return connection;
		}
	}

}
