package io.hybridge.exchange.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;

import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.remote.ConnectionFailure;
import io.hybridge.remote.KeyFile;
import io.hybridge.remote.KeyFolder;
import io.hybridge.remote.RemoteFailure;

/** Signs in once; a refused account is never tried again by itself. */
final class SshAuthentication {

	private static final Duration SIGNING_IN = Duration.ofSeconds(30);

	private final KeyFolder keys;

	SshAuthentication(KeyFolder keys) {
		this.keys = keys;
	}

	static String user(SshSignIn signIn) {
		return switch (signIn) {
			case SshSignIn.Password(Account login) -> login.name();
			case SshSignIn.Key key -> key.user();
		};
	}

	/**
	 * Signs in.
	 * @param session with a host that has shown its pinned key
	 * @param signIn as whom
	 * @param progress of the call
	 * @throws RemoteFailure when that was refused
	 */
	void signIn(ClientSession session, SshSignIn signIn, CallProgress progress) {
		give(session, signIn, progress);
		SignInReport report = new SignInReport();
		session.setPasswordAuthenticationReporter(report);
		session.setPublicKeyAuthenticationReporter(report);
		AuthFuture signedIn = begin(session, progress);
		if (!SshWait.isDone(signedIn, SIGNING_IN, progress)) {
			throw progress.failure("exchange.no-answer", "no answer to the sign-in after " + SIGNING_IN)
				.worthRetrying();
		}
		if (!signedIn.isSuccess()) {
			throw refused(session, signedIn, report, progress);
		}
	}

	private void give(ClientSession session, SshSignIn signIn, CallProgress progress) {
		switch (signIn) {
			case SshSignIn.Password(Account login) ->
				session.setPasswordIdentityProvider(PasswordIdentityProvider.wrapPasswords(login.password()));
			case SshSignIn.Key(String user, KeyFile file, String passphrase) ->
				session.addPublicKeyIdentity(key(file, passphrase, progress));
		}
	}

	private KeyPair key(KeyFile file, String passphrase, CallProgress progress) {
		Path path = this.keys.find(file).orElseThrow(() -> progress.failure("exchange.key-file-missing", file.name()));
		FilePasswordProvider password = (passphrase != null) ? FilePasswordProvider.of(passphrase)
				: FilePasswordProvider.EMPTY;
		try (InputStream stream = Files.newInputStream(path)) {
			return SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(file.name()), stream, password)
				.iterator()
				.next();
		}
		catch (IOException | GeneralSecurityException | RuntimeException ex) {
			// What the library says of a key is not repeated: it may have read it.
			throw progress.failure("exchange.key-file-unusable", file.name() + ": " + ex.getClass().getSimpleName());
		}
	}

	private static AuthFuture begin(ClientSession session, CallProgress progress) {
		try {
			return session.auth();
		}
		catch (IOException ex) {
			throw lost(ex, progress);
		}
	}

	private static RemoteFailure refused(ClientSession session, AuthFuture signedIn, SignInReport report,
			CallProgress progress) {
		if (report.tried()) {
			return progress.failure("exchange.ssh-sign-in-refused", report.offered());
		}
		return session.isOpen() ? progress.failure("exchange.ssh-sign-in-not-offered", report.offered())
				: lost(signedIn.getException(), progress);
	}

	private static RemoteFailure lost(Throwable cause, CallProgress progress) {
		return progress.failure("exchange.connection-lost", (cause != null) ? ConnectionFailure.words(cause) : "")
			.worthRetrying()
			.causedBy(cause);
	}

}
