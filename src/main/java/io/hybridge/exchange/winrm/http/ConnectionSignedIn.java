package io.hybridge.exchange.winrm.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.winrm.signin.AlteredMessage;
import io.hybridge.exchange.winrm.signin.Patience;
import io.hybridge.exchange.winrm.signin.SealedMessage;
import io.hybridge.exchange.winrm.signin.SignInFailure;
import io.hybridge.exchange.winrm.signin.SignInMethod;

/**
 * A conversation whose sign-in belongs to its TCP connection: whoever sends on that next
 * is that account. So it has an HTTP client of its own and is spoken by one thread.
 */
final class ConnectionSignedIn implements Conversation {

	private static final Duration SIGN_IN = Duration.ofSeconds(30);

	private final SignInMethod method;

	private Requests requests;

	private boolean used;

	private SignedIn.On signedIn;

	/**
	 * A conversation that has not begun.
	 * @param requests by a client that is nobody else's
	 * @param method of the sign-in
	 */
	ConnectionSignedIn(Requests requests, SignInMethod method) {
		this.requests = requests;
		this.method = method;
	}

	@Override
	public Answer send(byte[] envelope, Duration longest)
			throws SignInFailure, IOException, TimeoutException, InterruptedException {
		SignedIn.On before = this.signedIn;
		this.signedIn = null;
		Patience patience = Patience.of(longest);
		Optional<Answer> first = sendBy(before, envelope, patience);
		Optional<Answer> answer = first.isPresent() ? first : sendBy(null, envelope, patience);
		return answer.orElseThrow(() -> new SignInFailure("exchange.connection-not-kept",
				"HTTP 401 to two messages, each after a sign-in of its own"));
	}

	/**
	 * Sends a message, signed in before if need be. Whatever goes wrong ends the sign-in.
	 * @return empty when nobody is signed in on the connection: the message was not taken
	 */
	private Optional<Answer> sendBy(SignedIn.On before, byte[] envelope, Patience patience)
			throws SignInFailure, IOException, TimeoutException, InterruptedException {
		SignedIn now = (before != null) ? before : signIn(patience);
		return switch (now) {
			case SignedIn.NotAsked(Answer answer) -> Optional.of(answer);
			case SignedIn.On on -> {
				HttpResponse<byte[]> response = message(on, envelope, patience.left());
				if (response.statusCode() == 401) {
					yield Optional.empty();
				}
				Answer answer = answer(on, response);
				this.signedIn = on;
				yield Optional.of(answer);
			}
		};
	}

	/**
	 * A connection that an earlier sign-in left behind may still be that account: it
	 * would take a request and ask for nothing, so that nobody could sign in on it again.
	 */
	private SignedIn signIn(Patience patience)
			throws SignInFailure, IOException, TimeoutException, InterruptedException {
		if (this.used) {
			this.requests = this.requests.anew();
		}
		this.used = true;
		return new SignInLegs(this.requests, this.method).walk(patience.atMost(SIGN_IN));
	}

	private HttpResponse<byte[]> message(SignedIn.On on, byte[] envelope, Duration longest)
			throws IOException, TimeoutException, InterruptedException {
		return switch (this.requests.endpoint().channel()) {
			case Channel.Tls tls -> this.requests.send(null, Requests.SOAP, envelope, longest);
			case Channel.SealedMessages sealed -> this.requests.send(null, SealedMessage.contentType(on.scheme()),
					SealedMessage.write(on.scheme(), on.context().seal(envelope)), longest);
		};
	}

	private Answer answer(SignedIn.On on, HttpResponse<byte[]> response) throws IOException {
		if (!on.connection().equals(SignInLegs.connection(response))) {
			throw new IOException("The answer came over a connection on which nobody is signed in");
		}
		return switch (this.requests.endpoint().channel()) {
			case Channel.Tls tls -> Answer.proved(response);
			case Channel.SealedMessages sealed -> opened(on, response);
		};
	}

	/** What WinRM says comes sealed, also a fault; what stands before it cannot seal. */
	private static Answer opened(SignedIn.On on, HttpResponse<byte[]> response) throws AlteredMessage {
		if (response.statusCode() != 200 && response.statusCode() != 500) {
			return Answer.unproved(response);
		}
		String type = response.headers().firstValue("Content-Type").orElse("");
		byte[] body = on.context().open(SealedMessage.read(on.scheme(), type, response.body()));
		return new Answer(response.statusCode(), response.headers(), body, true);
	}

	@Override
	public void close() {
		this.requests.client().shutdownNow();
	}

}
