package io.hybridge.exchange.winrm.signin;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChannelBindingTests {

	@ParameterizedTest
	@CsvSource({ "MD5withRSA,SHA-256", "SHA1withRSA,SHA-256", "SHA256withRSA,SHA-256", "SHA384withECDSA,SHA-384",
			"SHA512withRSA,SHA-512", "SHA-512withRSA,SHA-512", "RSASSA-PSS,SHA-256", "Ed25519,SHA-256" })
	void takesTheHashOfTheSignatureUnlessItIsWeak(String signature, String hash) {
		assertThat(ChannelBinding.hash(signature)).isEqualTo(hash);
	}

}
