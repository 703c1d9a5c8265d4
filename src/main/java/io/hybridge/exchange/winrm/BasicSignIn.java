package io.hybridge.exchange.winrm;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Signs in with name and password in every request; only ever over verified TLS. */
final class BasicSignIn {

	private final String header;

	BasicSignIn(String user, String password) {
		this.header = "Basic "
				+ Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	void sign(HttpRequest.Builder request) {
		request.header("Authorization", this.header);
	}

}
