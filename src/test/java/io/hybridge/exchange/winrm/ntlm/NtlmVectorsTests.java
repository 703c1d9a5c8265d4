package io.hybridge.exchange.winrm.ntlm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.winrm.ntlm.TargetInformation.Pair;
import io.hybridge.exchange.winrm.signin.ChannelBinding;
import io.hybridge.exchange.winrm.signin.Sealed;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of MS-NLMP 4.2.4, and a whole exchange that other programs agree on. */
class NtlmVectorsTests {

	static final Account ACCOUNT = new Account("Domain\\User", "Password");

	static final byte[] EXPORTED = repeated(0x55, 16);

	static final byte[] WHOLE_CHALLENGE = bytes("4e544c4d53535000020000000c000c003800000035828ae20123456789abcdef"
			+ "000000000000000030003000440000000a00f4650000000f530065007200760065007200"
			+ "02000c0044006f006d00610069006e0001000c00530065007200760065007200070008000090d336b734c30100000000");

	private static final NtlmLogin LOGIN = NtlmLogin.of(ACCOUNT);

	private static final ClientRandom RANDOM = new ClientRandom(new byte[8], repeated(0xaa, 8), EXPORTED);

	@Test
	void computesTheResponseOfTheSpecification() {
		assertThat(LOGIN.key()).asHexString().isEqualToIgnoringCase("0c868a403bfd7a93a3001ef22ef02e3f");
		TargetInformation target = new TargetInformation(
				List.of(new Pair(2, NtlmHash.unicode("Domain")), new Pair(1, NtlmHash.unicode("Server"))));
		Challenge challenge = new Challenge(new byte[0], 0, bytes("0123456789abcdef"), target);
		NtlmResponse response = NtlmResponse.to(LOGIN.key(), challenge, target, RANDOM);
		assertThat(Arrays.copyOf(response.nt(), 16)).isEqualTo(bytes("68cd0ab851e51c96aabc927bebef6a1c"));
		assertThat(response.lm()).isEqualTo(bytes("86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa"));
		assertThat(response.sessionKey()).isEqualTo(bytes("c5dad2544fc9799094ce1ce90bc9d03e"));
	}

	@Test
	void makesTheKeysOfBothDirections() {
		assertThat(key(NtlmDirection.TO_SERVER, "signing")).isEqualTo("4788dc861b4782f35d43fd98fe1a2d39");
		assertThat(key(NtlmDirection.TO_SERVER, "sealing")).isEqualTo("59f600973cc4960a25480a7c196e4c58");
		assertThat(key(NtlmDirection.TO_CLIENT, "signing")).isEqualTo("d04d6f10741041d1d246d64188d7a8ad");
		assertThat(key(NtlmDirection.TO_CLIENT, "sealing")).isEqualTo("9355f3a957c1583d25c4c2f11e40390e");
	}

	@Test
	void sealsInTheOrderOfTheMessages() {
		byte[] plain = NtlmHash.unicode("Plaintext");
		NtlmDirection toServer = new NtlmDirection(EXPORTED, NtlmDirection.TO_SERVER);
		assertSealed(toServer.seal(plain), "010000007fb38ec5c55d497600000000", "54e50165bf1936dc996020c1811b0f06fb5f");
		assertSealed(toServer.seal(plain), "01000000255405955d31d8c401000000", "64c308e09ea236e7f4232553c94a01e700fa");
		assertSealed(new NtlmDirection(EXPORTED, NtlmDirection.TO_CLIENT).seal(plain),
				"01000000b298b847ce7c580700000000", "160871b730ba74e946c453d7465b54278dd0");
	}

	@Test
	void agreesWithOthersOnAWholeExchangeWithChannelBinding() throws Exception {
		ChannelBinding binding = binding();
		NtlmContext context = new NtlmContext(ACCOUNT, "HTTP/server.example", binding, InstantSource.system());
		Challenge challenge = Challenge.read(WHOLE_CHALLENGE);
		ClientRandom random = new ClientRandom(challenge.target().timestamp().orElseThrow(), RANDOM.challenge(),
				EXPORTED);
		byte[] message = context.authenticate(challenge, random);
		assertThat(part(message, 72, 16)).as("MIC").isEqualTo("9139e80b600b0490cf79619d023c7f62");
		int nt = 88 + 2 * "DomainUser".length() + 24;
		assertThat(part(message, nt, 16)).as("proof").isEqualTo("bc211810aa0f0dad38535517e64c9a07");
		assertThat(part(message, message.length - 16, 16)).as("key").isEqualTo("038b48efb253ee8877be181528fa5cd0");
	}

	@Test
	void offersWhatIsNeededAndNoMore() {
		assertThat(Messages.negotiate())
			.isEqualTo(bytes("4e544c4d5353500001000000358288e200000000280000000000000028000000" + "0a0063450000000f"));
	}

	@Test
	void keepsWhatCannotBeACapital() {
		assertThat(NtlmLogin.of(new Account("straße@fabrikam.com", "x"))).extracting(NtlmLogin::domain, NtlmLogin::user)
			.containsExactly("", "straße@fabrikam.com");
		assertThat(NtlmLogin.of(new Account("D\\straße", "x")).key())
			.isEqualTo(NtlmHash.hmac(NtlmHash.md4(NtlmHash.unicode("x")), NtlmHash.unicode("STRAßED")));
	}

	private static ChannelBinding binding() throws Exception {
		byte[] hash = MessageDigest.getInstance("SHA-256").digest("certificate".getBytes(StandardCharsets.US_ASCII));
		byte[] data = Arrays.copyOf("tls-server-end-point:".getBytes(StandardCharsets.US_ASCII), 21 + hash.length);
		System.arraycopy(hash, 0, data, 21, hash.length);
		return new ChannelBinding(data);
	}

	private static void assertSealed(Sealed sealed, String signature, String octets) {
		assertThat(sealed.signature()).isEqualTo(bytes(signature));
		assertThat(sealed.octets()).isEqualTo(bytes(octets));
	}

	private static String key(String direction, String purpose) {
		return HexFormat.of().formatHex(NtlmDirection.key(EXPORTED, direction, purpose));
	}

	private static String part(byte[] message, int from, int length) {
		return HexFormat.of().formatHex(message, from, from + length);
	}

	private static byte[] bytes(String hex) {
		return HexFormat.of().parseHex(hex);
	}

	private static byte[] repeated(int octet, int times) {
		byte[] octets = new byte[times];
		Arrays.fill(octets, (byte) octet);
		return octets;
	}

}
