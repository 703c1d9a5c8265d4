package io.hybridge.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import io.hybridge.remote.RemoteFailure.Effect;

/**
 * Why a connection gave no answer, told from the exceptions that the Java runtime throws;
 * in the order in which a call proceeds.
 */
public enum ConnectionFailure {

	NAME_UNKNOWN, UNREACHABLE, CERTIFICATE_REFUSED, TLS_REFUSED, NO_ANSWER, CONNECTION_LOST;

	/**
	 * Finds the reason among an exception and its causes.
	 * @param exception that was thrown instead of an answer
	 * @return the reason
	 */
	public static ConnectionFailure of(Throwable exception) {
		if (has(exception, UnknownHostException.class, UnresolvedAddressException.class)) {
			return NAME_UNKNOWN;
		}
		if (has(exception, CertificateException.class, SSLPeerUnverifiedException.class)) {
			return CERTIFICATE_REFUSED;
		}
		if (has(exception, SSLHandshakeException.class) || isPlaintext(exception)) {
			return TLS_REFUSED;
		}
		if (has(exception, ConnectException.class, HttpConnectTimeoutException.class)) {
			return UNREACHABLE;
		}
		if (has(exception, HttpTimeoutException.class, SocketTimeoutException.class, TimeoutException.class)) {
			return NO_ANSWER;
		}
		return CONNECTION_LOST;
	}

	/**
	 * Whether an exception tells of a connection at all, and not of something else that
	 * went wrong.
	 */
	public static boolean isOne(Throwable exception) {
		return has(exception, IOException.class, TimeoutException.class, UnresolvedAddressException.class,
				CertificateException.class);
	}

	/**
	 * What the runtime said, for the evidence.
	 * @param exception that was thrown instead of an answer
	 * @return the innermost exception with its message
	 */
	public static String words(Throwable exception) {
		Throwable innermost = causes(exception).filter((cause) -> cause.getMessage() != null)
			.reduce(exception, (outer, inner) -> inner);
		String message = innermost.getMessage();
		return innermost.getClass().getSimpleName() + ((message != null) ? ": " + message : "");
	}

	/**
	 * The key of the text that is shown.
	 * @param side whose texts: {@code exchange} or {@code microsoft365}
	 * @return for instance {@code exchange.name-unknown}
	 */
	public String code(String side) {
		return side + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Whether it is proved that the request was never sent. */
	public boolean isBeforeRequest() {
		return compareTo(NO_ANSWER) < 0;
	}

	/**
	 * Tells it to an administrator.
	 * @param side whose texts
	 * @param subject whom we asked
	 * @param effect what the other side may have carried out
	 * @param evidence what is known
	 */
	public RemoteFailure explain(String side, String subject, Effect effect, String evidence) {
		RemoteFailure failure = RemoteFailure.of(subject, effect, code(side), evidence);
		return (this == CERTIFICATE_REFUSED || this == TLS_REFUSED) ? failure : failure.worthRetrying();
	}

	/** The runtime has no exception of its own for a port that does not speak TLS. */
	private static boolean isPlaintext(Throwable exception) {
		return has(exception, SSLException.class) && words(exception).contains("plaintext");
	}

	private static boolean has(Throwable exception, Class<?>... types) {
		return causes(exception).anyMatch((cause) -> Stream.of(types).anyMatch((type) -> type.isInstance(cause)));
	}

	private static Stream<Throwable> causes(Throwable exception) {
		return Stream.iterate(exception, (cause) -> cause != null, Throwable::getCause).limit(8);
	}

}
