package io.hybridge.exchange.ladder;

import java.util.List;

import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.WinRmLink;

/** What has to hold, one after the other, before a script can work on a server. */
public enum Rung {

	/** The address is known. */
	NAME,
	/** Something listens there. */
	PORT,
	/** Its certificate is the right one. */
	TLS,
	/** Its host key is the pinned one. */
	HOST_KEY,
	/** The account is let in. */
	SIGN_IN,
	/** The account may start a program. */
	SHELL,
	/** PowerShell runs our script and its answer comes back. */
	POWERSHELL,
	/** Exchange's own endpoint opens. */
	SESSION,
	/** The account may use each command that we need. */
	RIGHTS;

	/**
	 * The rungs of a link, from below.
	 * @param link how the server is reached
	 */
	public static List<Rung> of(ServerLink link) {
		return switch (link) {
			case WinRmLink winrm -> switch (winrm.channel()) {
				case Channel.Tls tls -> List.of(NAME, PORT, TLS, SIGN_IN, SHELL, POWERSHELL, SESSION, RIGHTS);
				case Channel.SealedMessages sealed -> List.of(NAME, PORT, SIGN_IN, SHELL, POWERSHELL, SESSION, RIGHTS);
			};
			case SshLink ssh -> List.of(NAME, PORT, HOST_KEY, SIGN_IN, SHELL, POWERSHELL, SESSION, RIGHTS);
			case LocalLink local -> List.of(SHELL, POWERSHELL, SESSION, RIGHTS);
			case BundleLink bundle -> List.of();
		};
	}

	/** Whether a look at it needs no account, so that none can be locked by it. */
	public boolean isBelowSignIn() {
		return compareTo(SIGN_IN) < 0;
	}

}
