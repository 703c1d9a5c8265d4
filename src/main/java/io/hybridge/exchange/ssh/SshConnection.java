package io.hybridge.exchange.ssh;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import org.apache.sshd.client.session.ClientSession;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.call.Turns;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.ssh.SshDialer.Peer;
import io.hybridge.remote.ConnectionFailure;
import io.hybridge.remote.RemoteFailure;

/**
 * The connection of one link: made when it is first needed, kept for the calls that
 * follow, and made again when it was lost.
 */
final class SshConnection {

	/**
	 * OpenSSH allows ten, unless told otherwise, and still counts one that was closed
	 * when the next is asked for.
	 */
	private static final int CHANNELS = 5;

	private final SshLink link;

	private final SshDialer dialer;

	private final SshAuthentication authentication;

	private final Turns turns = new Turns(CHANNELS);

	private final Lock connecting = new ReentrantLock();

	private final AtomicReference<ClientSession> session = new AtomicReference<>();

	SshConnection(SshLink link, SshDialer dialer, SshAuthentication authentication) {
		this.link = link;
		this.dialer = dialer;
		this.authentication = authentication;
	}

	Turns turns() {
		return this.turns;
	}

	/**
	 * Starts PowerShell. A kept connection may have been lost just now; what was not
	 * started has no effect, so that this is asked again once.
	 * @param progress of the call
	 */
	SshProgram start(CallProgress progress) {
		ClientSession kept = this.session.get();
		try {
			return SshProgram.start(signedIn(progress), progress);
		}
		catch (IOException ex) {
			if (kept == null) {
				throw lost(ex, progress);
			}
			replace(kept);
		}
		try {
			return SshProgram.start(signedIn(progress), progress);
		}
		catch (IOException ex) {
			throw lost(ex, progress);
		}
	}

	/**
	 * Nobody begins on it any more. Who may still be heard over it goes on; with nobody
	 * the library closes it after its idle time.
	 */
	private void replace(ClientSession silent) {
		if (this.session.compareAndSet(silent, null) && this.turns.taken() <= 1) {
			silent.close(true);
		}
	}

	private static RemoteFailure lost(IOException cause, CallProgress progress) {
		return ConnectionFailure.CONNECTION_LOST
			.explain("exchange", progress.server(), progress.effect(), ConnectionFailure.words(cause))
			.causedBy(cause);
	}

	private ClientSession signedIn(CallProgress progress) {
		take(progress);
		try {
			ClientSession kept = this.session.get();
			if (kept != null && kept.isOpen()) {
				return kept;
			}
			ClientSession connected = connected(progress);
			this.session.set(connected);
			return connected;
		}
		finally {
			this.connecting.unlock();
		}
	}

	private void take(CallProgress progress) {
		try {
			if (!this.connecting.tryLock(Math.max(0, progress.left().toMillis()), TimeUnit.MILLISECONDS)) {
				throw progress.timeUp();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw progress.failure("exchange.interrupted", "").causedBy(ex);
		}
	}

	private ClientSession connected(CallProgress progress) {
		HostKeySearch search = new HostKeySearch(this.dialer);
		Peer peer = new Peer(this.link.address(), this.link.port(), SshAuthentication.user(this.link.signIn()));
		ClientSession dialled = search.dial(peer, this.link.hostKey(), progress)
			.orElseThrow(() -> notPinned(search.seen(), progress));
		try {
			this.authentication.signIn(dialled, this.link.signIn(), progress);
			return dialled;
		}
		catch (RemoteFailure failure) {
			dialled.close(true);
			throw failure;
		}
	}

	private RemoteFailure notPinned(List<HostKey> shown, CallProgress progress) {
		String keys = shown.stream().map(HostKey::line).collect(Collectors.joining("\n"));
		return this.link.hostKey().isEmpty() ? progress.failure("exchange.host-key-unknown", keys)
				: progress.failure("exchange.host-key-changed", "pinned " + this.link.hostKey() + "\n" + keys);
	}

	/** Closes the connection, unless somebody uses it: then it closes when it is idle. */
	void closeIfUnused() {
		if (this.turns.taken() == 0) {
			Optional.ofNullable(this.session.get()).ifPresent((unused) -> unused.close(false));
		}
	}

}
