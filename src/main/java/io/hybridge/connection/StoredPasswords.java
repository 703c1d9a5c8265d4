package io.hybridge.connection;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.KerberosProof;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;

/**
 * The passwords of a link as it is stored; a form that leaves a field empty keeps them.
 *
 * @param signIn of the sign-in, the key store or the key; or null
 * @param exchange of the account for Exchange's endpoint, or null
 */
record StoredPasswords(String signIn, String exchange) {

	static StoredPasswords of(ServerLink link) {
		return switch (link) {
			case WinRmLink winrm -> new StoredPasswords(of(winrm.signIn()), of(winrm.exchange()));
			case SshLink ssh -> new StoredPasswords(of(ssh.signIn()), of(ssh.exchange()));
			case LocalLink local -> new StoredPasswords(null, null);
			case BundleLink bundle -> new StoredPasswords(null, null);
			case null -> new StoredPasswords(null, null);
		};
	}

	private static String of(WindowsSignIn signIn) {
		return switch (signIn) {
			case WindowsSignIn.Kerberos(var user, var realm, KerberosProof.Password(String password)) -> password;
			case WindowsSignIn.Kerberos kerberos -> null;
			case WindowsSignIn.Ntlm(Account login) -> login.password();
			case WindowsSignIn.Basic(Account login) -> login.password();
			case WindowsSignIn.ClientCertificate certificate -> certificate.password();
		};
	}

	private static String of(SshSignIn signIn) {
		return switch (signIn) {
			case SshSignIn.Password(Account login) -> login.password();
			case SshSignIn.Key key -> key.passphrase();
		};
	}

	private static String of(Account account) {
		return (account != null) ? account.password() : null;
	}

	@Override
	public String toString() {
		return "StoredPasswords[]";
	}

}
