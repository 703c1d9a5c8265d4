package io.hybridge.lab.tenant.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON web token, as it came: nothing in it is believed before a signature was checked
 * with a key that is known from elsewhere.
 */
public final class Jwt {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String signed;

	private final byte[] signature;

	private final JsonNode header;

	private final JsonNode claims;

	private Jwt(String signed, byte[] signature, JsonNode header, JsonNode claims) {
		this.signed = signed;
		this.signature = signature;
		this.header = header;
		this.claims = claims;
	}

	public static Jwt parse(String token) {
		String[] parts = token.split("\\.", -1);
		if (parts.length != 3) {
			throw new IllegalArgumentException("A token has three parts");
		}
		try {
			JsonNode header = JSON.readTree(decode(parts[0]));
			JsonNode claims = JSON.readTree(decode(parts[1]));
			if (!header.isObject() || !claims.isObject()) {
				throw new IllegalArgumentException("A token has a header and claims");
			}
			return new Jwt(parts[0] + "." + parts[1], decode(parts[2]), header, claims);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("The token is not readable", ex);
		}
	}

	public static String sign(Map<String, Object> header, Map<String, Object> claims, PrivateKey key) {
		try {
			String signed = encode(JSON.writeValueAsBytes(header)) + "." + encode(JSON.writeValueAsBytes(claims));
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(key);
			signature.update(signed.getBytes(StandardCharsets.US_ASCII));
			return signed + "." + encode(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public boolean unsigned() {
		return "none".equals(header("alg").orElse("")) && this.signature.length == 0;
	}

	public boolean signedWith(PublicKey key) {
		if (!"RS256".equals(header("alg").orElse("")) || !"RSA".equals(key.getAlgorithm())) {
			return false;
		}
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initVerify(key);
			signature.update(this.signed.getBytes(StandardCharsets.US_ASCII));
			return signature.verify(this.signature);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	public Optional<String> header(String name) {
		return text(this.header.get(name));
	}

	public String claim(String name) {
		return text(this.claims.get(name)).orElse("");
	}

	/**
	 * A time, which Exchange writes as text and Microsoft 365 as a number.
	 * @param name of the claim
	 * @return the time, or empty when it is missing or no time
	 */
	public Optional<Instant> time(String name) {
		try {
			return text(this.claims.get(name)).map((value) -> Instant.ofEpochSecond(Long.parseLong(value)));
		}
		catch (NumberFormatException | DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static Optional<String> text(JsonNode node) {
		return (node != null && node.isValueNode() && !node.isNull()) ? Optional.of(node.asString()) : Optional.empty();
	}

	/** In either alphabet, as real libraries write both. */
	public static byte[] decode(String base64) {
		String plain = base64.replace('+', '-').replace('/', '_').replaceAll("=+$", "");
		return Base64.getUrlDecoder().decode(plain);
	}

	public static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
