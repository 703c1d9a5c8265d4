package io.hybridge.exchange.winrm.kerberos;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosTicket;
import javax.security.auth.login.LoginException;

import io.hybridge.exchange.link.KerberosProof;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.exchange.winrm.signin.SignInFailure;
import io.hybridge.remote.KeyFolder;

/**
 * The tickets of all accounts, in memory only. An account asks its realm once, until
 * shortly before the ticket ends.
 */
final class KerberosTickets {

	private static final Duration BEFORE_THE_END = Duration.ofMinutes(5);

	private final Map<WindowsSignIn.Kerberos, Kept> kept = new ConcurrentHashMap<>();

	private final KerberosRealms realms;

	private final KeyFolder keys;

	private final InstantSource clock;

	KerberosTickets(KerberosRealms realms, KeyFolder keys, InstantSource clock) {
		this.realms = realms;
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * Whose tickets an account has; each account asks for itself, and one call at a time.
	 */
	Subject subject(WindowsSignIn.Kerberos who) throws SignInFailure {
		this.kept.values().removeIf((other) -> other.isOver(this.clock.instant()));
		Kept mine = this.kept.computeIfAbsent(who, (key) -> new Kept());
		synchronized (mine) {
			if (mine.subject == null) {
				mine.keep(loggedIn(who, mine));
			}
			return mine.subject;
		}
	}

	private Subject loggedIn(WindowsSignIn.Kerberos who, Kept mine) throws SignInFailure {
		try {
			return login(who);
		}
		catch (SignInFailure ex) {
			this.kept.remove(who, mine);
			throw ex;
		}
	}

	/** After a refusal: the server may have another key than its ticket was made for. */
	void forget(WindowsSignIn.Kerberos who) {
		this.kept.remove(who);
	}

	private Subject login(WindowsSignIn.Kerberos who) throws SignInFailure {
		this.realms.know(who.realm());
		KerberosLogin login = new KerberosLogin(who, keytab(who));
		try {
			return login.subject();
		}
		catch (LoginException ex) {
			if (!KerberosFailure.isWorthAnotherTry(ex)) {
				throw KerberosFailure.of(ex);
			}
		}
		try {
			return login.subject();
		}
		catch (LoginException ex) {
			throw KerberosFailure.of(ex);
		}
	}

	private Path keytab(WindowsSignIn.Kerberos who) throws SignInFailure {
		if (!(who.proof() instanceof KerberosProof.Keytab keytab)) {
			return null;
		}
		return this.keys.find(keytab.file())
			.orElseThrow(() -> new SignInFailure("exchange.key-file-missing", keytab.file().name()));
	}

	private static final class Kept {

		private volatile Subject subject;

		private volatile Instant until = Instant.MAX;

		void keep(Subject subject) {
			this.until = subject.getPrivateCredentials(KerberosTicket.class)
				.stream()
				.map((ticket) -> ticket.getEndTime().toInstant())
				.min(Instant::compareTo)
				.map((end) -> end.minus(BEFORE_THE_END))
				.orElse(Instant.MIN);
			this.subject = subject;
		}

		boolean isOver(Instant now) {
			return !now.isBefore(this.until);
		}

	}

}
