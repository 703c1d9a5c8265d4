package io.hybridge.exchange.winrm.ntlm;

import java.time.InstantSource;
import java.util.Set;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.winrm.signin.ChannelBinding;
import io.hybridge.exchange.winrm.signin.Patience;
import io.hybridge.exchange.winrm.signin.Scheme;
import io.hybridge.exchange.winrm.signin.SecurityContext;
import io.hybridge.exchange.winrm.signin.SignInFailure;
import io.hybridge.exchange.winrm.signin.SignInMethod;

/**
 * Sign-ins by NTLMv2. Its messages travel bare; servers tell them from those of SPNEGO.
 *
 * @param login as whom
 * @param fqdn of the server
 * @param clock for servers that do not tell their time
 */
public record NtlmSignIn(Account login, String fqdn, InstantSource clock) implements SignInMethod {

	@Override
	public Set<Scheme> schemes() {
		return Set.of(Scheme.NEGOTIATE);
	}

	@Override
	public SecurityContext context(Scheme scheme, ChannelBinding binding, Patience patience) {
		return new NtlmContext(this.login, "HTTP/" + this.fqdn, binding, this.clock);
	}

	@Override
	public SignInFailure refused(String words) {
		return new SignInFailure("exchange.ntlm-refused", words);
	}

}
