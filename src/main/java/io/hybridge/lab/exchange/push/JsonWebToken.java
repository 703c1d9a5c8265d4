package io.hybridge.lab.exchange.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.certificate.Keys;
import io.hybridge.lab.exchange.state.StoredCertificate;

/** Writes the two tokens that an Exchange server makes itself. */
final class JsonWebToken {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

	private JsonWebToken() {
	}

	/** Signed with RS256 by a certificate of the store. */
	static String signed(Map<String, ?> claims, StoredCertificate signer) throws GeneralSecurityException {
		Map<String, Object> header = new LinkedHashMap<>();
		header.put("typ", "JWT");
		header.put("alg", "RS256");
		header.put("x5t", URL.encodeToString(HexFormat.of().parseHex(signer.thumbprint())));
		String text = part(header) + "." + part(claims);
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initSign(Keys.read("RSA", signer.privateKey()));
		signature.update(text.getBytes(StandardCharsets.US_ASCII));
		return text + "." + URL.encodeToString(signature.sign());
	}

	/** Without signature: it only carries the signed actor token. */
	static String unsigned(Map<String, ?> claims) {
		return part(Map.of("typ", "JWT", "alg", "none")) + "." + part(claims) + ".";
	}

	private static String part(Map<String, ?> values) {
		return URL.encodeToString(JSON.writeValueAsBytes(values));
	}

}
