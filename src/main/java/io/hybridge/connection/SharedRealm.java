package io.hybridge.connection;

import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn.Kerberos;

/**
 * The servers of one domain have the same domain controllers: who corrects them for one
 * server corrects them for all.
 */
final class SharedRealm {

	private SharedRealm() {
	}

	/**
	 * The other link with the domain controllers of the changed one, where both share a
	 * realm.
	 */
	static ServerLink of(ServerLink changed, ServerLink other) {
		if (changed instanceof WinRmLink one && one.signIn() instanceof Kerberos now && other instanceof WinRmLink winrm
				&& winrm.signIn() instanceof Kerberos before && before.realm().name().equals(now.realm().name())) {
			return new WinRmLink(winrm.fqdn(), winrm.address(), winrm.port(), winrm.channel(),
					new Kerberos(before.user(), now.realm(), before.proof()), winrm.exchange());
		}
		return other;
	}

}
