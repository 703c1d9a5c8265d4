package io.hybridge.exchange.winrm.kerberos;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.link.KeyFolder;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.exchange.winrm.signin.ChannelBinding;
import io.hybridge.exchange.winrm.signin.Scheme;
import io.hybridge.exchange.winrm.signin.SecurityContext;
import io.hybridge.exchange.winrm.signin.SignInFailure;
import io.hybridge.exchange.winrm.signin.SignInMethod;

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
		return new Method(who, "HTTP/" + fqdn + "@" + who.realm().name());
	}

	private final class Method implements SignInMethod {

		private final WindowsSignIn.Kerberos who;

		private final String service;

		Method(WindowsSignIn.Kerberos who, String service) {
			this.who = who;
			this.service = service;
		}

		@Override
		public Set<Scheme> schemes() {
			return EnumSet.allOf(Scheme.class);
		}

		@Override
		public SecurityContext context(Scheme scheme, ChannelBinding binding) throws SignInFailure {
			String mechanism = switch (scheme) {
				case NEGOTIATE -> SPNEGO;
				case KERBEROS -> KERBEROS;
			};
			return KerberosContext.to(this.service, KerberosSignIns.this.tickets.subject(this.who), mechanism, binding);
		}

		@Override
		public SignInFailure refused(String words) {
			KerberosSignIns.this.tickets.forget(this.who);
			return new SignInFailure("exchange.kerberos-refused",
					TlsBinding.isThere() ? words : words + WITHOUT_BINDING);
		}

	}

}
