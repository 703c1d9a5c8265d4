package io.hybridge.exchange.winrm.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import io.hybridge.exchange.winrm.signin.ChannelBinding;
import io.hybridge.exchange.winrm.signin.Patience;
import io.hybridge.exchange.winrm.signin.Scheme;
import io.hybridge.exchange.winrm.signin.SecurityContext;
import io.hybridge.exchange.winrm.signin.SignInFailure;
import io.hybridge.exchange.winrm.signin.SignInMethod;

/**
 * Carries the tokens of a sign-in back and forth. The first request carries none: its
 * answer tells what the server takes, and over TLS its certificate.
 *
 * @param requests to the server
 * @param method of the sign-in
 */
record SignInLegs(Requests requests, SignInMethod method) {

	private static final byte[] NOTHING = new byte[0];

	private static final int MOST = 4;

	/**
	 * Signs in. A connection that was closed between two legs is no refusal, so that this
	 * is tried a second time.
	 */
	SignedIn walk(Patience patience) throws SignInFailure, IOException, TimeoutException, InterruptedException {
		Optional<SignedIn> first = walkOnce(patience);
		Optional<SignedIn> signedIn = first.isPresent() ? first : walkOnce(patience);
		return signedIn.orElseThrow(() -> new SignInFailure("exchange.connection-not-kept",
				"the connection was closed between two messages of the sign-in"));
	}

	private Optional<SignedIn> walkOnce(Patience patience)
			throws SignInFailure, IOException, TimeoutException, InterruptedException {
		HttpResponse<byte[]> asked = send(null, patience);
		if (asked.statusCode() != 401) {
			return Optional.of(notAsked(asked));
		}
		Challenges offered = Challenges.in(asked.headers());
		Scheme scheme = Scheme.best(offered.schemes(), this.method.schemes()).orElseThrow(() -> notOffered(offered));
		return walk(scheme, this.method.context(scheme, binding(asked), patience), patience);
	}

	private Optional<SignedIn> walk(Scheme scheme, SecurityContext context, Patience patience)
			throws SignInFailure, IOException, TimeoutException, InterruptedException {
		byte[] token = context.begin();
		String connection = null;
		for (int leg = 0; leg < MOST; leg++) {
			HttpResponse<byte[]> response = send(scheme.header() + " " + Base64.getEncoder().encodeToString(token),
					patience);
			boolean moved = connection != null && !connection.equals(connection(response));
			connection = connection(response);
			Optional<byte[]> answer = Challenges.in(response.headers()).token(scheme);
			if (response.statusCode() == 200) {
				return Optional.of(new SignedIn.On(established(context, answer), scheme, connection));
			}
			if (response.statusCode() != 401) {
				return Optional.of(notAsked(response));
			}
			if (moved) {
				return Optional.empty();
			}
			if (context.isEstablished() || answer.isEmpty()) {
				throw this.method.refused(words(response));
			}
			token = context.answer(answer.get());
		}
		throw new SignInFailure("exchange.sign-in-unreadable", "the server asks on and on");
	}

	private static SecurityContext established(SecurityContext context, Optional<byte[]> answer)
			throws SignInFailure, InterruptedException {
		if (!context.isEstablished() && answer.isPresent()) {
			proved(context, answer.get());
		}
		if (!context.isEstablished()) {
			throw new SignInFailure("exchange.server-not-proved", "HTTP 200 without what would prove the server");
		}
		return context;
	}

	private static void proved(SecurityContext context, byte[] answer) throws SignInFailure, InterruptedException {
		try {
			context.answer(answer);
		}
		catch (SignInFailure ex) {
			throw new SignInFailure("exchange.server-not-proved", "HTTP 200; " + ex.evidence());
		}
	}

	private HttpResponse<byte[]> send(String authorization, Patience patience)
			throws IOException, TimeoutException, InterruptedException {
		return this.requests.send(authorization, Requests.SOAP, NOTHING, patience.left());
	}

	private SignedIn notAsked(HttpResponse<byte[]> response) throws SignInFailure {
		if (response.statusCode() == 200) {
			throw new SignInFailure("exchange.not-winrm", "HTTP 200 to a request without a sign-in");
		}
		return new SignedIn.NotAsked(
				response.sslSession().isPresent() ? Answer.proved(response) : Answer.unproved(response));
	}

	private static SignInFailure notOffered(Challenges offered) {
		String code = offered.schemes().isEmpty() ? "exchange.no-sign-in-offered" : "exchange.negotiate-not-offered";
		return new SignInFailure(code, "HTTP 401, " + offered.words());
	}

	/** The refusal, and that a strict server would not have let us in whoever we are. */
	private static String words(HttpResponse<byte[]> response) {
		return "HTTP 401, " + Challenges.in(response.headers()).words();
	}

	static String connection(HttpResponse<?> response) {
		return response.connectionLabel().orElse("");
	}

	private static ChannelBinding binding(HttpResponse<?> response) throws SSLPeerUnverifiedException {
		Optional<SSLSession> session = response.sslSession();
		if (session.isEmpty()) {
			return null;
		}
		Certificate certificate = session.get().getPeerCertificates()[0];
		return ChannelBinding.to((X509Certificate) certificate);
	}

}
