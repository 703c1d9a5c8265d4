package io.hybridge.exchange.ssh;

import java.security.KeyPair;
import java.util.List;

import org.apache.sshd.client.auth.password.PasswordAuthenticationReporter;
import org.apache.sshd.client.auth.pubkey.PublicKeyAuthenticationReporter;
import org.apache.sshd.client.session.ClientSession;

/** Hears whether a sign-in was tried at all, and what the server offers. */
final class SignInReport implements PasswordAuthenticationReporter, PublicKeyAuthenticationReporter {

	private volatile boolean tried;

	private volatile String offered = "";

	boolean tried() {
		return this.tried;
	}

	String offered() {
		return this.offered;
	}

	@Override
	public void signalAuthenticationAttempt(ClientSession session, String service, String oldPassword, boolean modified,
			String newPassword) {
		this.tried = true;
	}

	@Override
	public void signalAuthenticationFailure(ClientSession session, String service, String password, boolean partial,
			List<String> serverMethods) {
		failed(partial, serverMethods);
	}

	@Override
	public void signalAuthenticationAttempt(ClientSession session, String service, KeyPair identity, String signature) {
		this.tried = true;
	}

	@Override
	public void signalAuthenticationFailure(ClientSession session, String service, KeyPair identity, boolean partial,
			List<String> serverMethods) {
		failed(partial, serverMethods);
	}

	@Override
	public void signalAuthenticationExhausted(ClientSession session, String service) {
	}

	private void failed(boolean partial, List<String> methods) {
		this.offered = (partial ? "accepted, but asked for more: " : "offered: ") + String.join(", ", methods);
	}

}
