package io.hybridge.exchange.winrm.kerberos;

import java.nio.file.Path;
import java.time.Clock;

import io.hybridge.remote.KeyFolder;
import io.hybridge.security.secret.TestFolder;

/** Kerberos for tests that have no application around them. */
public final class TestKerberos {

	private TestKerberos() {
	}

	public static KerberosSignIns signIns(Path folder, KeyFolder keys) {
		return new KerberosSignIns(new KerberosRealms(TestFolder.at(folder)), keys, Clock.systemUTC());
	}

}
