package io.hybridge.exchange.way;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.remote.RemoteFailure;

/**
 * Lets no account be locked by the console: one that was refused twice rests, and one
 * that has not just been let in is tried by one call at a time, so that a wrong password
 * is not tried on thirty servers at once.
 */
@Component
class SignInGuard {

	/** Codes that say that the password, not the way, was refused. */
	private static final Set<String> REFUSALS = Set.of("exchange.sign-in-refused", "exchange.ntlm-refused",
			"exchange.kerberos-password-wrong", "exchange.kerberos-account-locked", "exchange.ssh-sign-in-refused");

	private static final Duration LET_IN = Duration.ofMinutes(1);

	private final RefusedSignIns refused;

	private final Map<String, Entrance> entrances = new ConcurrentHashMap<>();

	SignInGuard(RefusedSignIns refused) {
		this.refused = refused;
	}

	/**
	 * The same transport, guarded.
	 * @param link whose account signs in
	 */
	Transport over(ServerLink link, Transport transport) {
		return AccountKey.of(link).<Transport>map((account) -> new Guarded(account, transport)).orElse(transport);
	}

	private ScriptAnswer run(String account, Transport transport, ScriptCall call) {
		Entrance entrance = this.entrances.computeIfAbsent(account, (key) -> new Entrance());
		if (!entrance.wasJustLetIn()) {
			enter(entrance, call);
			try {
				if (!entrance.wasJustLetIn()) {
					return attempt(account, entrance, transport, call);
				}
			}
			finally {
				entrance.alone.unlock();
			}
		}
		return attempt(account, entrance, transport, call);
	}

	private static void enter(Entrance entrance, ScriptCall call) {
		try {
			entrance.alone.lockInterruptibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw RemoteFailure.withoutEffect(call.server(), "exchange.interrupted", "").causedBy(ex);
		}
	}

	private ScriptAnswer attempt(String account, Entrance entrance, Transport transport, ScriptCall call) {
		Optional<Duration> rest = this.refused.rest(account);
		if (rest.isPresent()) {
			throw RemoteFailure.withoutEffect(call.server(), "exchange.sign-in-rests", "").retryAfter(rest.get());
		}
		try {
			ScriptAnswer answer = transport.run(call);
			entrance.letIn();
			return answer;
		}
		catch (RemoteFailure failure) {
			if (REFUSALS.contains(failure.code())) {
				entrance.refused();
				this.refused.refused(account);
			}
			throw failure;
		}
	}

	private final class Guarded implements Transport {

		private final String account;

		private final Transport transport;

		private Guarded(String account, Transport transport) {
			this.account = account;
			this.transport = transport;
		}

		@Override
		public ScriptAnswer run(ScriptCall call) {
			return SignInGuard.this.run(this.account, this.transport, call);
		}

		@Override
		public void rest() {
			this.transport.rest();
		}

	}

	/** Where the calls of one account come in on this node. */
	private static final class Entrance {

		private final ReentrantLock alone = new ReentrantLock();

		private volatile long letInAt;

		private volatile boolean open;

		private boolean wasJustLetIn() {
			return this.open && System.nanoTime() - this.letInAt < LET_IN.toNanos();
		}

		private void letIn() {
			this.letInAt = System.nanoTime();
			this.open = true;
		}

		private void refused() {
			this.open = false;
		}

	}

}
