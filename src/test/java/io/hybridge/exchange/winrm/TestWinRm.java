package io.hybridge.exchange.winrm;

import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.Transports;

/** The product's WinRM client, for tests that have no application around them. */
public final class TestWinRm {

	private TestWinRm() {
	}

	public static Transports transports() {
		WinRmTransports transports = new WinRmTransports(new WinRmProperties(20, 20));
		return (link) -> switch (link) {
			case WinRmLink winrm -> transports.to(winrm);
			case ServerLink other -> throw new IllegalArgumentException(other.toString());
		};
	}

}
