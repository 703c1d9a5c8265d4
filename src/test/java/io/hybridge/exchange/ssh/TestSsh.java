package io.hybridge.exchange.ssh;

import java.nio.file.Path;

import io.hybridge.remote.KeyFolder;

/** The product's SSH client, for tests that have no application around them. */
public final class TestSsh {

	private TestSsh() {
	}

	public static SshTransports transports(Path keys) {
		return new SshTransports(new SshProperties(8, 8), new KeyFolder(keys));
	}

}
