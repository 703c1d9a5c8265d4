package io.hybridge.exchange.winrm;

import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.PeerTrust;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.remote.RemoteFailure;

/**
 * The connections to all servers: long-lived clients, the least recently used ones let
 * go, and no more calls at a time than the settings allow.
 */
final class WinRmClients {

	private final Map<WinRmEndpoint.Peer, HttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);

	private final Semaphore turns;

	private final int most;

	WinRmClients(WinRmProperties properties) {
		this.turns = new Semaphore(properties.simultaneousCalls(), true);
		this.most = properties.keptServers();
	}

	/**
	 * Waits for a turn; a call's deadline begins after it.
	 * @param server for the failure
	 * @return the turn, to be closed after the call
	 */
	Turn turn(String server) {
		try {
			this.turns.acquire();
			return new Turn();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw RemoteFailure.withoutEffect(server, "exchange.interrupted", "").causedBy(ex);
		}
	}

	private HttpClient of(WinRmEndpoint endpoint) {
		synchronized (this.clients) {
			HttpClient client = this.clients.computeIfAbsent(endpoint.peer(), WinRmEndpoint.Peer::client);
			if (this.clients.size() > this.most) {
				// Not shut down: a call may still use it. The Java runtime ends it when
				// nobody does.
				this.clients.remove(this.clients.keySet().iterator().next());
			}
			return client;
		}
	}

	/** The right to make one call now. */
	final class Turn implements AutoCloseable {

		private Turn() {
		}

		WsManClient client(WinRmLink link) {
			WinRmEndpoint endpoint = new WinRmEndpoint(link.fqdn(), link.address(), link.port(), authorities(link));
			return new WsManClient(endpoint, of(endpoint), signIn(link));
		}

		private static String authorities(WinRmLink link) {
			return switch (link.channel()) {
				case Channel.Tls(PeerTrust.Authorities authorities) -> authorities.pem();
				case Channel.Tls(PeerTrust.Runtime runtime) -> null;
				case Channel.Tls(PeerTrust.Pinned pinned) -> throw new UnsupportedOperationException();
				case Channel.SealedMessages sealed -> throw new UnsupportedOperationException();
			};
		}

		private static BasicSignIn signIn(WinRmLink link) {
			return switch (link.signIn()) {
				case WindowsSignIn.Basic(Account login) -> new BasicSignIn(login.name(), login.password());
				case WindowsSignIn other -> throw new UnsupportedOperationException();
			};
		}

		@Override
		public void close() {
			WinRmClients.this.turns.release();
		}

	}

}
