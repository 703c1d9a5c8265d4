package io.hybridge.exchange.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;

import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.remote.ConnectionFailure;
import io.hybridge.remote.RemoteFailure;

/** Dials a host once, and agrees with it on keys. */
final class SshDialer {

	private static final Duration CONNECTING = Duration.ofSeconds(10);

	private static final Duration AGREEING = Duration.ofSeconds(20);

	private static final Set<Integer> DISAGREED = Set.of(SshConstants.SSH2_DISCONNECT_KEY_EXCHANGE_FAILED,
			SshConstants.SSH2_DISCONNECT_PROTOCOL_VERSION_NOT_SUPPORTED);

	private final SshLibrary library;

	SshDialer(SshLibrary library) {
		this.library = library;
	}

	/**
	 * Dials.
	 * @param peer whom
	 * @param check tells whether its key is the right one
	 * @param progress of the call
	 * @return the session, not signed in; closed where the check refused the key
	 * @throws RemoteFailure when nobody answered, or not in SSH
	 */
	ClientSession dial(Peer peer, HostKeyCheck check, CallProgress progress) {
		ClientSession session = connect(peer, check, progress);
		try {
			boolean done = SshWait.isDone(check.agreed(), AGREEING, progress);
			if (check.refused() || done && check.agreed().join()) {
				return session;
			}
			throw notAgreed(session, done, check, progress);
		}
		catch (RemoteFailure failure) {
			session.close(true);
			throw failure;
		}
	}

	/** However it ends, no connection is made that nobody waits for any more. */
	private static boolean isConnected(ConnectFuture connecting, CallProgress progress) {
		boolean connected = false;
		try {
			connected = SshWait.isDone(connecting, CONNECTING, progress);
			return connected;
		}
		finally {
			if (!connected) {
				connecting.cancel();
			}
		}
	}

	private ClientSession connect(Peer peer, HostKeyCheck check, CallProgress progress) {
		try {
			ConnectFuture connecting = this.library.client()
				.connect(peer.user(), new InetSocketAddress(InetAddress.getByName(peer.address()), peer.port()),
						check.asContext(), null);
			if (!isConnected(connecting, progress)) {
				throw progress.failure("exchange.ssh-unreachable", "no connection after " + CONNECTING).worthRetrying();
			}
			return connecting.verify().getClientSession();
		}
		catch (UnknownHostException ex) {
			throw ConnectionFailure.NAME_UNKNOWN
				.explain("exchange", progress.server(), progress.effect(), ConnectionFailure.words(ex))
				.causedBy(ex);
		}
		catch (IOException ex) {
			throw progress.failure("exchange.ssh-unreachable", ConnectionFailure.words(ex))
				.worthRetrying()
				.causedBy(ex);
		}
	}

	private static RemoteFailure notAgreed(ClientSession session, boolean done, HostKeyCheck check,
			CallProgress progress) {
		String evidence = check.trouble().map(ConnectionFailure::words).orElse("");
		if (session.getServerVersion() == null) {
			return progress.failure("exchange.not-ssh", evidence);
		}
		if (!done) {
			return progress.failure("exchange.no-answer", session.getServerVersion()).worthRetrying();
		}
		boolean disagreed = check.trouble()
			.filter((trouble) -> trouble instanceof SshException ssh && DISAGREED.contains(ssh.getDisconnectCode()))
			.isPresent();
		return disagreed ? progress.failure("exchange.ssh-not-agreed", session.getServerVersion() + "\n" + evidence)
				: progress.failure("exchange.connection-lost", evidence).worthRetrying();
	}

	/**
	 * Whom to dial.
	 *
	 * @param address IP literal or name
	 * @param user who will sign in
	 */
	record Peer(String address, int port, String user) {
	}

}
