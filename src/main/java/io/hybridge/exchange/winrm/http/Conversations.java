package io.hybridge.exchange.winrm.http;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.call.Turns;
import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.exchange.winrm.kerberos.KerberosSignIns;
import io.hybridge.exchange.winrm.ntlm.NtlmSignIn;
import io.hybridge.exchange.winrm.signin.SignInFailure;
import io.hybridge.exchange.winrm.signin.SignInMethod;
import io.hybridge.remote.KeyFolder;
import io.hybridge.remote.RemoteFailure;

/**
 * The conversations with all servers, no more at a time than the settings allow. Where
 * each request says who sends it, long-lived clients are shared, the least recently used
 * ones let go; where the connection does, each conversation has a client of its own.
 */
@Component
public class Conversations {

	private final Map<Peer, HttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);

	private final Turns turns;

	private final int most;

	private final KerberosSignIns kerberos;

	private final ClientKeys keys;

	private final Clock clock;

	Conversations(WinRmProperties properties, KerberosSignIns kerberos, KeyFolder keys, Clock clock) {
		this.turns = new Turns(properties.simultaneousCalls());
		this.most = properties.keptServers();
		this.kerberos = kerberos;
		this.keys = new ClientKeys(keys);
		this.clock = clock;
	}

	/** No more calls at a time than the settings allow. */
	public Turns turns() {
		return this.turns;
	}

	private HttpClient shared(Peer peer) {
		synchronized (this.clients) {
			HttpClient client = this.clients.computeIfAbsent(peer, Peer::client);
			if (this.clients.size() > this.most) {
				// Not shut down: a call may still use it. The Java runtime ends it when
				// nobody does.
				this.clients.remove(this.clients.keySet().iterator().next());
			}
			return client;
		}
	}

	/** Begins a conversation; nothing is sent yet. */
	public Conversation with(WinRmLink link) {
		WinRmEndpoint endpoint = WinRmEndpoint.of(link);
		return switch (link.signIn()) {
			case WindowsSignIn.Basic(Account login) ->
				EachRequestSignedIn.byPassword(new Requests(endpoint, shared(endpoint.peer())), login);
			case WindowsSignIn.ClientCertificate certificate -> byCertificate(endpoint, certificate);
			case WindowsSignIn.Ntlm(Account login) ->
				byConnection(endpoint, new NtlmSignIn(login, link.fqdn(), this.clock));
			case WindowsSignIn.Kerberos who -> byConnection(endpoint, this.kerberos.to(who, link.fqdn()));
		};
	}

	private static Conversation byConnection(WinRmEndpoint endpoint, SignInMethod method) {
		return new ConnectionSignedIn(new Requests(endpoint, endpoint.peer().client()), method);
	}

	private Conversation byCertificate(WinRmEndpoint endpoint, WindowsSignIn.ClientCertificate certificate) {
		try {
			HttpClient client = endpoint.peer().client(this.keys.of(certificate));
			return EachRequestSignedIn.byCertificate(new Requests(endpoint, client));
		}
		catch (SignInFailure ex) {
			throw RemoteFailure.withoutEffect(endpoint.fqdn(), ex.code(), ex.evidence()).causedBy(ex);
		}
	}

}
