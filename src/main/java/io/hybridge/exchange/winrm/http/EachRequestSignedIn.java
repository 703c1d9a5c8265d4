package io.hybridge.exchange.winrm.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeoutException;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.winrm.signin.SignInFailure;

/** A conversation in which every request says by itself who sends it; only over TLS. */
final class EachRequestSignedIn implements Conversation {

	private static final String BY_CERTIFICATE = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";

	private final Requests requests;

	private final String authorization;

	private final boolean ownsClient;

	private EachRequestSignedIn(Requests requests, String authorization, boolean ownsClient) {
		this.requests = requests;
		this.authorization = authorization;
		this.ownsClient = ownsClient;
	}

	/** By name and password, over a client that others use as well. */
	static Conversation byPassword(Requests requests, Account login) {
		String text = login.name() + ":" + login.password();
		return new EachRequestSignedIn(requests,
				"Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)), false);
	}

	/** By the certificate of the client, which is nobody else's. */
	static Conversation byCertificate(Requests requests) {
		return new EachRequestSignedIn(requests, BY_CERTIFICATE, true);
	}

	@Override
	public Answer send(byte[] envelope, Duration longest)
			throws SignInFailure, IOException, TimeoutException, InterruptedException {
		Answer answer = Answer.proved(this.requests.send(this.authorization, Requests.SOAP, envelope, longest));
		if (this.authorization.equals(BY_CERTIFICATE) && (answer.status() == 401 || answer.status() == 403)) {
			throw new SignInFailure("exchange.client-certificate-refused", "HTTP " + answer.status());
		}
		return answer;
	}

	@Override
	public void close() {
		if (this.ownsClient) {
			this.requests.client().shutdownNow();
		}
	}

}
