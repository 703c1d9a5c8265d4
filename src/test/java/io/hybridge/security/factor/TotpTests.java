package io.hybridge.security.factor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TotpTests {

	private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

	/** The last six of the eight digits of RFC 6238, appendix B. */
	@ParameterizedTest
	@CsvSource({ "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
			"20000000000, 353130" })
	void isTheCodeOfTheStandard(long second, String code) {
		assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
	}

	/** HOTP of RFC 4226, appendix D, by its counter. */
	@ParameterizedTest
	@CsvSource({ "0, 755224", "1, 287082", "2, 359152", "3, 969429", "9, 520489" })
	void isTheCodeOfTheOneBelow(long step, String code) {
		assertThat(Totp.code(SECRET, step)).isEqualTo(code);
	}

	@Test
	void knowsTheStepBeforeAndAfterAndNoFurther() {
		Instant now = Instant.ofEpochSecond(1_111_111_111);
		long step = Totp.step(now);
		for (long near = step - 1; near <= step + 1; near++) {
			assertThat(Totp.matching(Totp.code(SECRET, near), SECRET, now)).hasValue(near);
		}
		assertThat(Totp.matching(Totp.code(SECRET, step - 2), SECRET, now)).isEmpty();
		assertThat(Totp.matching(Totp.code(SECRET, step + 2), SECRET, now)).isEmpty();
		assertThat(Totp.matching("", SECRET, now)).isEmpty();
	}

	@Test
	void theSecretIsWrittenAsAppsReadIt() {
		TotpSecret secret = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
		assertThat(secret.bytes()).isEqualTo(SECRET);
		assertThat(secret.grouped()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
		assertThat(secret.link("petra+kern@fabrikam.com")).isEqualTo(
				"otpauth://totp/Hybridge:petra%2Bkern%40fabrikam.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Hybridge");
		assertThat(secret).hasToString("TotpSecret");
	}

}
