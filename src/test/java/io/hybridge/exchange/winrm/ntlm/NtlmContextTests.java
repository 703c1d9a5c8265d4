package io.hybridge.exchange.winrm.ntlm;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.hybridge.exchange.winrm.signin.AlteredMessage;
import io.hybridge.exchange.winrm.signin.Sealed;
import io.hybridge.exchange.winrm.signin.SignInFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a sign-in by NTLM makes of a server that is not what it should be. */
class NtlmContextTests {

	private static final byte[] PLAIN = "<s:Envelope/>".getBytes(StandardCharsets.US_ASCII);

	@Test
	void answersOrRefusesWhateverOctetOfTheChallengeIsAnother() {
		int refused = 0;
		for (int at = 0; at < NtlmVectorsTests.WHOLE_CHALLENGE.length; at++) {
			for (int other = 1; other < 256; other++) {
				byte[] challenge = NtlmVectorsTests.WHOLE_CHALLENGE.clone();
				challenge[at] ^= (byte) other;
				refused += isRefused(challenge) ? 1 : 0;
			}
		}
		assertThat(refused).isGreaterThan(255 * 12);
	}

	@Test
	void refusesAChallengeThatIsCutOff() {
		for (int length = 0; length < NtlmVectorsTests.WHOLE_CHALLENGE.length; length++) {
			assertThat(isRefused(Arrays.copyOf(NtlmVectorsTests.WHOLE_CHALLENGE, length))).as("%d", length).isTrue();
		}
	}

	private static boolean isRefused(byte[] challenge) {
		try {
			context().answer(challenge);
			return false;
		}
		catch (SignInFailure ex) {
			assertThat(ex.code()).isEqualTo("exchange.ntlm-unusable");
			return true;
		}
	}

	@Test
	void refusesAServerThatWouldDoWithLess() {
		for (int bit = 0; bit < 32; bit++) {
			byte[] challenge = NtlmVectorsTests.WHOLE_CHALLENGE.clone();
			challenge[20 + bit / 8] &= (byte) ~(1 << bit % 8);
			boolean demanded = (0x60880031 & 1 << bit) != 0;
			assertThat(isRefused(challenge)).as("bit %d", bit).isEqualTo(demanded);
		}
	}

	@Test
	void opensNothingThatDiffersInOneBit() throws Exception {
		Sealed sealed = server().seal(PLAIN);
		assertThat(client().open(sealed)).isEqualTo(PLAIN);
		for (int bit = 0; bit < 8 * (sealed.signature().length + sealed.octets().length); bit++) {
			Sealed altered = altered(sealed, bit);
			assertThatExceptionOfType(AlteredMessage.class).as("bit %d", bit).isThrownBy(() -> client().open(altered));
		}
	}

	@Test
	void opensNothingTwiceAndNothingOutOfOrder() throws Exception {
		NtlmDirection server = server();
		Sealed first = server.seal(PLAIN);
		Sealed second = server.seal(PLAIN);
		NtlmDirection twice = client();
		twice.open(first);
		assertThatExceptionOfType(AlteredMessage.class).isThrownBy(() -> twice.open(first));
		assertThatExceptionOfType(AlteredMessage.class).isThrownBy(() -> client().open(second));
		assertThatExceptionOfType(AlteredMessage.class).isThrownBy(
				() -> client().open(new NtlmDirection(NtlmVectorsTests.EXPORTED, NtlmDirection.TO_SERVER).seal(PLAIN)));
	}

	@Test
	void opensNothingThatWasCutOff() {
		Sealed sealed = server().seal(PLAIN);
		for (int length = 0; length < 16; length++) {
			Sealed cut = new Sealed(Arrays.copyOf(sealed.signature(), length), sealed.octets());
			assertThatExceptionOfType(AlteredMessage.class).isThrownBy(() -> client().open(cut));
		}
	}

	@Test
	void sealsAnEmptyMessageToo() throws Exception {
		assertThat(client().open(server().seal(new byte[0]))).isEmpty();
	}

	@Test
	void showsNoSecret() {
		NtlmLogin login = NtlmLogin.of(NtlmVectorsTests.ACCOUNT);
		assertThat(login.toString()).doesNotContain("Password");
		assertThat(ClientRandom.at(new byte[8]).toString()).isEqualTo("ClientRandom[]");
	}

	@Test
	void countsTimeAsWindowsDoes() {
		assertThatCode(() -> context().begin()).doesNotThrowAnyException();
		assertThat(ClientRandom.time(Instant.parse("1601-01-01T00:00:00.0000001Z")))
			.isEqualTo(new byte[] { 1, 0, 0, 0, 0, 0, 0, 0 });
		assertThat(ClientRandom.time(Instant.EPOCH))
			.isEqualTo(new byte[] { 0, (byte) 0x80, 0x3e, (byte) 0xd5, (byte) 0xde, (byte) 0xb1, (byte) 0x9d, 1 });
	}

	private static Sealed altered(Sealed sealed, int bit) {
		byte[] signature = sealed.signature().clone();
		byte[] octets = sealed.octets().clone();
		int at = bit / 8;
		if (at < signature.length) {
			signature[at] ^= (byte) (1 << bit % 8);
		}
		else {
			octets[at - signature.length] ^= (byte) (1 << bit % 8);
		}
		return new Sealed(signature, octets);
	}

	private static NtlmContext context() {
		return new NtlmContext(NtlmVectorsTests.ACCOUNT, "HTTP/server.example", null, InstantSource.system());
	}

	private static NtlmDirection server() {
		return new NtlmDirection(NtlmVectorsTests.EXPORTED, NtlmDirection.TO_CLIENT);
	}

	private static NtlmDirection client() {
		return server();
	}

}
