package io.hybridge.exchange.ssh;

import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.Signature;

/**
 * What one dialling sees of a host, and whether it may go on: only the pinned key lets
 * it, before anything is said about an account.
 */
final class HostKeyCheck {

	private static final AttributeKey<HostKeyCheck> CHECK = new AttributeKey<>();

	private final List<NamedFactory<Signature>> asked;

	private final String pinned;

	private final CompletableFuture<Boolean> agreed = new CompletableFuture<>();

	private volatile HostKey seen;

	private volatile Throwable trouble;

	/**
	 * A check.
	 * @param asked the kinds of keys that the host may show
	 * @param pinned fingerprint, or empty where nobody is to go on
	 */
	HostKeyCheck(List<NamedFactory<Signature>> asked, String pinned) {
		this.asked = asked;
		this.pinned = pinned;
	}

	/** Whether both sides have keys now; false when the connection was closed before. */
	CompletableFuture<Boolean> agreed() {
		return this.agreed;
	}

	Optional<HostKey> seen() {
		return Optional.ofNullable(this.seen);
	}

	boolean refused() {
		return this.seen != null && !this.seen.fingerprint().equals(this.pinned);
	}

	Optional<Throwable> trouble() {
		return Optional.ofNullable(this.trouble);
	}

	AttributeRepository asContext() {
		return AttributeRepository.ofKeyValuePair(CHECK, this);
	}

	static boolean verify(ClientSession session, SocketAddress address, PublicKey key) {
		HostKeyCheck check = of(session);
		check.seen = HostKey.of(key);
		return !check.refused();
	}

	private static HostKeyCheck of(Session session) {
		return ((ClientSession) session).getConnectionContext().getAttribute(CHECK);
	}

	/** Tells each check how its session goes on. */
	static final class Listener implements SessionListener {

		@Override
		public void sessionCreated(Session session) {
			session.setSignatureFactories(of(session).asked);
		}

		@Override
		public void sessionEvent(Session session, Event event) {
			if (event == Event.KeyEstablished) {
				of(session).agreed.complete(true);
			}
		}

		@Override
		public void sessionException(Session session, Throwable trouble) {
			HostKeyCheck check = of(session);
			check.trouble = (check.trouble != null) ? check.trouble : trouble;
		}

		@Override
		public void sessionClosed(Session session) {
			of(session).agreed.complete(false);
		}

	}

}
