package io.hybridge.exchange.winrm.ntlm;

import java.time.InstantSource;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.winrm.signin.AlteredMessage;
import io.hybridge.exchange.winrm.signin.ChannelBinding;
import io.hybridge.exchange.winrm.signin.Sealed;
import io.hybridge.exchange.winrm.signin.SecurityContext;
import io.hybridge.exchange.winrm.signin.SignInFailure;

/** A sign-in by NTLMv2. What the server thinks of it is heard with its next answer. */
final class NtlmContext implements SecurityContext {

	private final NtlmLogin login;

	private final String target;

	private final ChannelBinding binding;

	private final InstantSource clock;

	private final byte[] negotiate = Messages.negotiate();

	private NtlmDirection toServer;

	private NtlmDirection toClient;

	/**
	 * A sign-in that has not begun.
	 * @param login as whom
	 * @param target name of the service, for instance {@code HTTP/ex1.fabrikam.com}
	 * @param binding to TLS, or null without
	 * @param clock for a server that does not tell its time
	 */
	NtlmContext(Account login, String target, ChannelBinding binding, InstantSource clock) {
		this.login = NtlmLogin.of(login);
		this.target = target;
		this.binding = binding;
		this.clock = clock;
	}

	@Override
	public byte[] begin() {
		return this.negotiate.clone();
	}

	@Override
	public byte[] answer(byte[] token) throws SignInFailure {
		if (isEstablished()) {
			throw new SignInFailure("exchange.ntlm-unusable", "a second CHALLENGE");
		}
		Challenge challenge = challenge(token);
		byte[] time = challenge.target().timestamp().orElseGet(() -> ClientRandom.time(this.clock.instant()));
		return authenticate(challenge, ClientRandom.at(time));
	}

	byte[] authenticate(Challenge challenge, ClientRandom random) {
		NtlmResponse response = NtlmResponse.to(this.login.key(), challenge,
				challenge.target().answered(this.target, this.binding), random);
		byte[] message = Messages.authenticate(this.login, NtlmFlags.OFFERED & challenge.flags(), response);
		this.toServer = new NtlmDirection(random.exportedKey(), NtlmDirection.TO_SERVER);
		this.toClient = new NtlmDirection(random.exportedKey(), NtlmDirection.TO_CLIENT);
		return challenge.target().timestamp().isPresent()
				? Messages.signed(random.exportedKey(), this.negotiate, challenge.message(), message) : message;
	}

	private static Challenge challenge(byte[] token) throws SignInFailure {
		try {
			return Challenge.read(token);
		}
		catch (IllegalArgumentException ex) {
			throw new SignInFailure("exchange.ntlm-unusable", ex.getMessage());
		}
	}

	@Override
	public boolean isEstablished() {
		return this.toServer != null;
	}

	@Override
	public Sealed seal(byte[] plain) {
		return this.toServer.seal(plain);
	}

	@Override
	public byte[] open(Sealed sealed) throws AlteredMessage {
		return this.toClient.open(sealed);
	}

}
