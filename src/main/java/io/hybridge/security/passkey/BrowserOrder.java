package io.hybridge.security.passkey;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.security.account.Account;

/** What a browser is asked to do, in the words of WebAuthn. */
final class BrowserOrder {

	/** Ed25519, ES256 and RS256. */
	private static final List<Algorithm> ALGORITHMS = Stream.of(-8, -7, -257).map(Algorithm::new).toList();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private BrowserOrder() {
	}

	static String toMake(String host, Account account, byte[] challenge, List<PublicKey> keys) {
		return JSON.writeValueAsString(new Make(new Party(host, "Hybridge"), User.of(account), encoded(challenge),
				ALGORITHMS, Challenges.LASTS.toMillis(), names(keys), new Selection("preferred", "preferred"), "none"));
	}

	static String toUse(String host, byte[] challenge, List<PublicKey> keys) {
		return JSON.writeValueAsString(
				new Sign(host, encoded(challenge), Challenges.LASTS.toMillis(), names(keys), "preferred"));
	}

	private static List<Name> names(List<PublicKey> keys) {
		return keys.stream().map(Name::of).toList();
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private record Make(Party rp, User user, String challenge, List<Algorithm> pubKeyCredParams, long timeout,
			List<Name> excludeCredentials, Selection authenticatorSelection, String attestation) {
	}

	private record Sign(String rpId, String challenge, long timeout, List<Name> allowCredentials,
			String userVerification) {
	}

	private record Party(String id, String name) {
	}

	private record User(String id, String name, String displayName) {

		static User of(Account account) {
			return new User(encoded(("account " + account.id()).getBytes(StandardCharsets.US_ASCII)),
					account.userName().value(), account.displayName());
		}

	}

	private record Algorithm(String type, int alg) {

		Algorithm(int alg) {
			this("public-key", alg);
		}

	}

	private record Selection(String residentKey, String userVerification) {
	}

	private record Name(String type, String id, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> transports) {

		static Name of(PublicKey key) {
			return new Name("public-key", key.credential(),
					key.transports().isEmpty() ? List.of() : List.of(key.transports().split(",")));
		}

	}

}
