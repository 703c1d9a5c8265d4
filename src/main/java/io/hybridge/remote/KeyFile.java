package io.hybridge.remote;

import java.util.regex.Pattern;

/**
 * A key that the operator of the console put into its folder of keys: a keytab, the
 * private key of SSH, the key store of a client certificate. No page takes a key.
 *
 * @param name of the file; never a path
 */
public record KeyFile(String name) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

	public KeyFile {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("Not the name of a key file");
		}
	}

}
