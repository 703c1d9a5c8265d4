package io.hybridge.microsoft365.signin;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrowserAttemptTests {

	/** The vector of RFC 7636, appendix B. */
	@Test
	void showsOfItsVerifierWhatTheStandardSays() {
		BrowserAttempt attempt = new BrowserAttempt("1.state", "nonce", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
				"session", "http://localhost:8080/sign-in/microsoft365", "tenant", Instant.EPOCH, null);
		assertThat(attempt.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
	}

}
