package io.hybridge.exchange.winrm.kerberos;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.security.auth.Subject;

import org.ietf.jgss.GSSContext;
import org.springframework.stereotype.Component;

import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.exchange.winrm.signin.ChannelBinding;
import io.hybridge.exchange.winrm.signin.Patience;
import io.hybridge.exchange.winrm.signin.Scheme;
import io.hybridge.exchange.winrm.signin.SecurityContext;
import io.hybridge.exchange.winrm.signin.SignInFailure;
import io.hybridge.exchange.winrm.signin.SignInMethod;
import io.hybridge.remote.KeyFolder;

/** Sign-ins by Kerberos, of all organizations. */
@Component
public final class KerberosSignIns {

	private static final String SPNEGO = "1.3.6.1.5.5.2";

	private static final String KERBEROS = "1.2.840.113554.1.2.2";

	private static final String WITHOUT_BINDING = "; sent without channel binding, which a listener with "
			+ "CbtHardeningLevel Strict refuses over HTTPS";

	private final KerberosTickets tickets;

	KerberosSignIns(KerberosRealms realms, KeyFolder keys, Clock clock) {
		this.tickets = new KerberosTickets(realms, keys, clock);
	}

	/**
	 * How conversations with a server sign in.
	 * @param who as whom
	 * @param fqdn of the server
	 */
	public SignInMethod to(WindowsSignIn.Kerberos who, String fqdn) {
		return new Method(who,
				Stream.of("HTTP/", "WSMAN/").map((service) -> service + fqdn + "@" + who.realm().name()).toList());
	}

	private final class Method implements SignInMethod {

		private final WindowsSignIn.Kerberos who;

		private final List<String> services;

		Method(WindowsSignIn.Kerberos who, List<String> services) {
			this.who = who;
			this.services = services;
		}

		@Override
		public Set<Scheme> schemes() {
			return EnumSet.allOf(Scheme.class);
		}

		@Override
		public SecurityContext context(Scheme scheme, ChannelBinding binding, Patience patience)
				throws SignInFailure, InterruptedException {
			String mechanism = switch (scheme) {
				case NEGOTIATE -> SPNEGO;
				case KERBEROS -> KERBEROS;
			};
			Subject subject = subject(patience);
			List<GSSContext> contexts = new ArrayList<>();
			for (String service : this.services) {
				contexts.add(KerberosContext.to(service, mechanism, binding));
			}
			return new KerberosContext(contexts, subject, patience,
					() -> KerberosSignIns.this.tickets.forget(this.who));
		}

		private Subject subject(Patience patience) throws SignInFailure, InterruptedException {
			try {
				return patience.within(() -> KerberosSignIns.this.tickets.subject(this.who));
			}
			catch (TimeoutException ex) {
				throw KerberosFailure.late();
			}
			catch (ExecutionException ex) {
				throw (ex.getCause() instanceof SignInFailure failure) ? failure : KerberosFailure.of(ex.getCause());
			}
		}

		@Override
		public SignInFailure refused(String words) {
			KerberosSignIns.this.tickets.forget(this.who);
			return new SignInFailure("exchange.kerberos-refused",
					TlsBinding.isThere() ? words : words + WITHOUT_BINDING);
		}

	}

}
