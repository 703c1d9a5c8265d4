package io.hybridge.lab.exchange.winrm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The account that may sign in at an endpoint of the lab.
 *
 * @param user its name
 * @param password its password
 */
record WinRmAccount(String user, String password) {

	boolean admits(String authorization) {
		String expected = "Basic " + Base64.getEncoder()
			.encodeToString((this.user + ":" + this.password).getBytes(StandardCharsets.UTF_8));
		return authorization != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII),
				authorization.getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public String toString() {
		return "WinRmAccount[" + this.user + "]";
	}

}
