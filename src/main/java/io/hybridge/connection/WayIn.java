package io.hybridge.connection;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;

/** A way to a server with its sign-in, as a person chooses it; each has a form. */
enum WayIn {

	KERBEROS, NTLM, BASIC, CERTIFICATE, SSH_PASSWORD, SSH_KEY, LOCAL, BUNDLE;

	/** How it stands in an address and in a key of the messages. */
	public String getSlug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public boolean isWinRm() {
		return compareTo(SSH_PASSWORD) < 0;
	}

	public boolean isSsh() {
		return this == SSH_PASSWORD || this == SSH_KEY;
	}

	public boolean isKerberos() {
		return this == KERBEROS;
	}

	public boolean isUserAsked() {
		return this != CERTIFICATE && this != LOCAL && this != BUNDLE;
	}

	/** Whether the console itself goes there, so that it can be tried. */
	public boolean isTested() {
		return this != BUNDLE;
	}

	public boolean isKeyFileTaken() {
		return this == KERBEROS || this == CERTIFICATE || this == SSH_KEY;
	}

	/** Whether the sign-in leaves nothing that opens Exchange's own endpoint. */
	public boolean isExchangeAccountNeeded() {
		return this == CERTIFICATE || this == SSH_KEY;
	}

	/** Whether most organizations need another account for Exchange. */
	public boolean isExchangeAccountLikely() {
		return isExchangeAccountNeeded() || this == BASIC;
	}

	/** What its secret is called: a key below {@code connection.password.} */
	public String getSecret() {
		return switch (this) {
			case CERTIFICATE -> "key-store";
			case SSH_KEY -> "passphrase";
			case KERBEROS, NTLM, BASIC, SSH_PASSWORD, LOCAL, BUNDLE -> "account";
		};
	}

	/** Whether its key can seal messages, so that HTTP will do. */
	public boolean isSealing() {
		return this == KERBEROS || this == NTLM;
	}

	static Optional<WayIn> of(String slug) {
		return Stream.of(values()).filter((way) -> way.getSlug().equals(slug)).findFirst();
	}

	static WayIn of(ServerLink link) {
		return switch (link) {
			case WinRmLink winrm -> switch (winrm.signIn()) {
				case WindowsSignIn.Kerberos kerberos -> KERBEROS;
				case WindowsSignIn.Ntlm ntlm -> NTLM;
				case WindowsSignIn.Basic basic -> BASIC;
				case WindowsSignIn.ClientCertificate certificate -> CERTIFICATE;
			};
			case SshLink ssh -> switch (ssh.signIn()) {
				case SshSignIn.Password password -> SSH_PASSWORD;
				case SshSignIn.Key key -> SSH_KEY;
			};
			case LocalLink local -> LOCAL;
			case BundleLink bundle -> BUNDLE;
		};
	}

}
