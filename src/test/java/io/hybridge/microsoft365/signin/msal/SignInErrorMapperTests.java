package io.hybridge.microsoft365.signin.msal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.hybridge.remote.RemoteFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SignInErrorMapperTests {

	private static final URI SIGN_IN = URI.create("https://login.microsoftonline.com/fabrikam.com");

	@ParameterizedTest
	@MethodSource
	void callsOnlyAConnectionAConnection(Throwable exception, String code) {
		RemoteFailure failure = SignInErrorMapper.explain(SIGN_IN, new CompletionException(exception));
		assertThat(failure.code()).isEqualTo("microsoft365." + code);
		assertThat(failure.getCause()).isSameAs(exception);
	}

	/** A text that points to a reason below has one. */
	@Test
	void neverPromisesWordsThatNobodySaid() {
		for (MsalException silent : List.of(new MsalServiceException((String) null, null),
				new MsalServiceException("", ""))) {
			RemoteFailure failure = SignInErrorMapper.explain(SIGN_IN, silent);
			assertThat(failure.evidence()).isNotBlank();
		}
	}

	static Stream<Arguments> callsOnlyAConnectionAConnection() {
		return Stream.of(arguments(new NullPointerException("this.result"), "unexpected"),
				arguments(new IllegalStateException(), "unexpected"),
				arguments(new MsalClientException(new IllegalArgumentException("claims")), "unexpected"),
				arguments(new MsalServiceException("", ""), "unexpected"),
				arguments(new IOException("reset"), "connection-lost"),
				arguments(new MsalClientException(new IOException("reset")), "connection-lost"),
				arguments(new MsalClientException(new ConnectException("refused")), "unreachable"),
				arguments(new TimeoutException(), "no-answer"));
	}

}
