package io.hybridge.exchange.local;

import java.nio.file.Path;

/**
 * The product's way beside the console, for tests that have no application around them.
 */
public final class TestLocal {

	private TestLocal() {
	}

	public static LocalTransports transports(Path powershell) {
		return new LocalTransports(new LocalProperties(powershell.toString(), 2));
	}

}
