package io.hybridge.exchange.way;

import java.util.Locale;
import java.util.Optional;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;

/** Which account a refusal of a link counts for. */
final class AccountKey {

	private AccountKey() {
	}

	/**
	 * The account.
	 * @return empty where no password can be guessed wrong, so that nothing is locked
	 */
	static Optional<String> of(ServerLink link) {
		return switch (link) {
			case WinRmLink winrm -> switch (winrm.signIn()) {
				case WindowsSignIn.Kerberos kerberos -> Optional.of(kerberos.principal().toLowerCase(Locale.ROOT));
				case WindowsSignIn.Ntlm(Account login) -> Optional.of(named(login, winrm.fqdn()));
				case WindowsSignIn.Basic(Account login) -> Optional.of(named(login, winrm.fqdn()));
				case WindowsSignIn.ClientCertificate certificate -> Optional.empty();
			};
			case SshLink ssh -> switch (ssh.signIn()) {
				case SshSignIn.Password(Account login) -> Optional.of(named(login, ssh.fqdn()));
				case SshSignIn.Key key -> Optional.empty();
			};
			case LocalLink local -> Optional.empty();
			case BundleLink bundle -> Optional.empty();
		};
	}

	/** A name alone is an account of its server. */
	private static String named(Account login, String server) {
		String name = login.name().toLowerCase(Locale.ROOT);
		return (name.contains("\\") || name.contains("@")) ? name : name + " on " + server;
	}

}
