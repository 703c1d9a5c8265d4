package io.hybridge.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ConnectionFailureTests {

	@ParameterizedTest
	@MethodSource
	void findsTheReasonHoweverDeepItIs(ConnectionFailure reason, Throwable exception) {
		assertThat(ConnectionFailure.of(exception)).isEqualTo(reason);
		assertThat(ConnectionFailure.of(new IllegalStateException(new IOException("outer", exception))))
			.isEqualTo(reason);
	}

	static Stream<Arguments> findsTheReasonHoweverDeepItIs() {
		return Stream.of(arguments(ConnectionFailure.NAME_UNKNOWN, new UnknownHostException("ex9")),
				arguments(ConnectionFailure.NAME_UNKNOWN,
						caused(new ConnectException(), new UnresolvedAddressException())),
				arguments(ConnectionFailure.UNREACHABLE, new ConnectException("Connection refused")),
				arguments(ConnectionFailure.UNREACHABLE, new HttpConnectTimeoutException("HTTP connect timed out")),
				arguments(ConnectionFailure.CERTIFICATE_REFUSED,
						caused(new SSLHandshakeException("x"), new CertificateException("no name"))),
				arguments(ConnectionFailure.CERTIFICATE_REFUSED, new SSLPeerUnverifiedException("x")),
				arguments(ConnectionFailure.TLS_REFUSED, new SSLHandshakeException("protocol_version")),
				arguments(ConnectionFailure.TLS_REFUSED,
						new SSLException("Unsupported or unrecognized SSL message, plaintext connection?")),
				arguments(ConnectionFailure.NO_ANSWER, new HttpTimeoutException("request timed out")),
				arguments(ConnectionFailure.NO_ANSWER, new SocketTimeoutException("Read timed out")),
				arguments(ConnectionFailure.NO_ANSWER, new TimeoutException()),
				arguments(ConnectionFailure.CONNECTION_LOST, new SSLException("closing inbound")),
				arguments(ConnectionFailure.CONNECTION_LOST, new IOException("Connection reset")));
	}

	@ParameterizedTest
	@EnumSource
	@Faults("F1")
	void provesThatNothingWasSentOnlyBeforeTheConnectionStands(ConnectionFailure reason) {
		assertThat(reason.isBeforeRequest())
			.isEqualTo(reason != ConnectionFailure.NO_ANSWER && reason != ConnectionFailure.CONNECTION_LOST);
	}

	@ParameterizedTest
	@EnumSource
	void isWorthAnotherTryUnlessTrustIsMissing(ConnectionFailure reason) {
		RemoteFailure failure = reason.explain("exchange", "ex1", Effect.POSSIBLE, "words");
		assertThat(failure.retryable())
			.isEqualTo(reason != ConnectionFailure.CERTIFICATE_REFUSED && reason != ConnectionFailure.TLS_REFUSED);
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(failure.evidence()).isEqualTo("words");
	}

	@Test
	void namesTheTextOfEachSide() {
		assertThat(ConnectionFailure.NAME_UNKNOWN.code("exchange")).isEqualTo("exchange.name-unknown");
		assertThat(ConnectionFailure.CONNECTION_LOST.code("microsoft365")).isEqualTo("microsoft365.connection-lost");
	}

	@Test
	void quotesTheInnermostException() {
		assertThat(ConnectionFailure.words(new IOException("outer", new ConnectException("Connection refused"))))
			.isEqualTo("ConnectException: Connection refused");
		assertThat(ConnectionFailure.words(new UnresolvedAddressException())).isEqualTo("UnresolvedAddressException");
	}

	private static Throwable caused(Throwable exception, Throwable cause) {
		return exception.initCause(cause);
	}

}
