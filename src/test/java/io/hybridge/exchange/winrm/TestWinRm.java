package io.hybridge.exchange.winrm;

import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.Transports;
import io.hybridge.exchange.winrm.http.TestConversations;

/** The product's WinRM client, for tests that have no application around them. */
public final class TestWinRm {

	private TestWinRm() {
	}

	public static Transports transports() {
		WinRmTransports transports = new WinRmTransports(TestConversations.open());
		return (link) -> switch (link) {
			case WinRmLink winrm -> transports.to(winrm);
			case ServerLink other -> throw new IllegalArgumentException(other.toString());
		};
	}

}
