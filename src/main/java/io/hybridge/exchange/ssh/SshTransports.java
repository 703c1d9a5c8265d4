package io.hybridge.exchange.ssh;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.ssh.SshDialer.Peer;
import io.hybridge.remote.KeyFolder;

/** Reaches servers over SSH. */
@Component
public final class SshTransports implements AutoCloseable {

	/** A look says nothing of an account. */
	private static final String NOBODY = "hybridge";

	private static final Duration LOOK = Duration.ofSeconds(30);

	private final SshLibrary library = new SshLibrary();

	private final SshDialer dialer = new SshDialer(this.library);

	private final SshConnections connections;

	SshTransports(SshProperties properties, KeyFolder keys) {
		this.connections = new SshConnections(this.dialer, new SshAuthentication(keys), properties);
	}

	/**
	 * A transport to one server; makes no remote call.
	 * @param link how it is reached
	 */
	public Transport to(SshLink link) {
		return new SshTransport(link, this.connections);
	}

	/**
	 * Looks at the keys of a host, so that a person can compare one and pin it. Nothing
	 * is said to the host.
	 * @param address IP literal or name
	 * @param port usually 22
	 * @return its keys, the preferred first
	 * @throws io.hybridge.remote.RemoteFailure when nothing there speaks SSH
	 */
	public List<HostKey> hostKeys(String address, int port) {
		HostKeySearch search = new HostKeySearch(this.dialer);
		search.dial(new Peer(address, port, NOBODY), "", new CallProgress(address, false, LOOK));
		return search.seen();
	}

	@Override
	public void close() {
		this.library.close();
	}

}
