package io.hybridge.exchange.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.signature.Signature;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.ssh.SshDialer.Peer;
import io.hybridge.remote.RemoteFailure;

/**
 * Looks through the keys that a host has. It shows only one at a time, and which one
 * depends on what it is asked for, so that the pinned one may be found at a second try.
 */
final class HostKeySearch {

	private final SshDialer dialer;

	private final List<HostKey> seen = new ArrayList<>();

	HostKeySearch(SshDialer dialer) {
		this.dialer = dialer;
	}

	/**
	 * Dials until the host shows a key.
	 * @param peer the host
	 * @param pinned fingerprint of the key, or empty to look at all
	 * @param progress of the call
	 * @return a session with the host that has the key, or empty where it has not
	 */
	Optional<ClientSession> dial(Peer peer, String pinned, CallProgress progress) {
		for (List<NamedFactory<Signature>> asked : HostKeyFamily.questions()) {
			Optional<ClientSession> session = dial(peer, new HostKeyCheck(asked, pinned), progress);
			if (session.isPresent()) {
				return session;
			}
		}
		return Optional.empty();
	}

	/** All keys that the host showed. */
	List<HostKey> seen() {
		return List.copyOf(this.seen);
	}

	private Optional<ClientSession> dial(Peer peer, HostKeyCheck check, CallProgress progress) {
		try {
			ClientSession session = this.dialer.dial(peer, check, progress);
			check.seen().filter((key) -> !this.seen.contains(key)).ifPresent(this.seen::add);
			if (!check.refused()) {
				return Optional.of(session);
			}
			session.close(true);
			return Optional.empty();
		}
		catch (RemoteFailure failure) {
			if (!this.seen.isEmpty() && failure.code().equals("exchange.ssh-not-agreed")) {
				return Optional.empty();
			}
			throw failure;
		}
	}

}
