package io.hybridge.exchange.winrm;

import io.hybridge.exchange.powershell.Transports;

/** The product's WinRM client, for tests that have no application around them. */
public final class TestWinRm {

	private TestWinRm() {
	}

	public static Transports transports() {
		return new WinRmTransports(new WinRmProperties(20, 20));
	}

}
