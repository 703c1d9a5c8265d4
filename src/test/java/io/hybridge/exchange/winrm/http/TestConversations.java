package io.hybridge.exchange.winrm.http;

import java.nio.file.Path;
import java.time.Clock;

import io.hybridge.exchange.winrm.kerberos.TestKerberos;
import io.hybridge.remote.KeyFolder;

/** Conversations for tests that have no application around them. */
public final class TestConversations {

	private TestConversations() {
	}

	/** For links that need no file. */
	public static Conversations open() {
		return open(Path.of("target", "test-conversations"));
	}

	/**
	 * With keys.
	 * @param folder of the keys and of the configuration of Kerberos
	 */
	public static Conversations open(Path folder) {
		KeyFolder keys = new KeyFolder(folder);
		return new Conversations(new WinRmProperties(20, 20), TestKerberos.signIns(folder, keys), keys,
				Clock.systemUTC());
	}

}
