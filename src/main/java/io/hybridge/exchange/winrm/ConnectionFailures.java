package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Phase;

/** Tells how a connection failed, by the exceptions that the Java runtime throws. */
final class ConnectionFailures {

	private ConnectionFailures() {
	}

	static RemoteFailure failure(IOException exception, CallProgress progress) {
		return classified(exception, progress).causedBy(exception);
	}

	private static RemoteFailure classified(IOException exception, CallProgress progress) {
		String words = words(exception);
		if (has(exception, UnknownHostException.class) || has(exception, UnresolvedAddressException.class)) {
			return progress.failure(Phase.NAME, "exchange.name-unknown", words).worthRetrying();
		}
		if (has(exception, CertificateException.class)) {
			return progress.failure(Phase.TLS, "exchange.certificate-refused", words);
		}
		if (has(exception, SSLHandshakeException.class)) {
			return progress.failure(Phase.TLS, "exchange.tls-refused", words);
		}
		if (has(exception, ConnectException.class) || has(exception, HttpTimeoutException.class)) {
			return progress.failure(Phase.CONNECT, "exchange.unreachable", words).worthRetrying();
		}
		if (has(exception, SSLException.class) && words.contains("plaintext")) {
			return progress.failure(Phase.TLS, "exchange.tls-refused", words);
		}
		return progress.failure(progress.phase(), "exchange.connection-lost", words).worthRetrying();
	}

	private static boolean has(Throwable exception, Class<?> type) {
		return causes(exception).anyMatch(type::isInstance);
	}

	private static String words(Throwable exception) {
		return causes(exception).map(Throwable::getMessage)
			.filter((message) -> message != null && !message.isBlank())
			.reduce((first, last) -> last)
			.orElse(exception.getClass().getSimpleName());
	}

	private static Stream<Throwable> causes(Throwable exception) {
		return Stream.iterate(exception, (cause) -> cause != null, Throwable::getCause).limit(8);
	}

}
