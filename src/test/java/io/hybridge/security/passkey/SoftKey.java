package io.hybridge.security.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** A security key and the browser before it, which do as they are told. */
public final class SoftKey {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final CBORMapper CBOR = CBORMapper.builder().build();

	private final String origin;

	private final KeyPair pair;

	private final byte[] id = new byte[16];

	private int signatures;

	public SoftKey(String origin) {
		this.origin = origin;
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			this.pair = generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		new java.security.SecureRandom().nextBytes(this.id);
	}

	/** A copy of it in another browser, which opened the page elsewhere. */
	public SoftKey at(String other) {
		return new SoftKey(other, this);
	}

	private SoftKey(String origin, SoftKey same) {
		this.origin = origin;
		this.pair = same.pair;
		System.arraycopy(same.id, 0, this.id, 0, this.id.length);
		this.signatures = same.signatures;
	}

	/** Answers what a page asks that wants a key made. */
	public String make(String order) {
		JsonNode asked = JSON.readTree(order);
		byte[] client = client("webauthn.create", asked.get("challenge").asString());
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("fmt", "none");
		object.put("attStmt", Map.of());
		object.put("authData", concat(authenticator(asked.get("rp").get("id").asString(), 0x45), new byte[16],
				new byte[] { 0, (byte) this.id.length }, this.id, publicKey()));
		return answer(Map.of("clientDataJSON", text(client), "attestationObject", text(CBOR.writeValueAsBytes(object)),
				"transports", new String[] { "usb", "<b>" }));
	}

	/** Answers what a page asks that wants it used. */
	public String use(String order) {
		JsonNode asked = JSON.readTree(order);
		byte[] client = client("webauthn.get", asked.get("challenge").asString());
		byte[] data = authenticator(asked.get("rpId").asString(), 0x05);
		return answer(Map.of("clientDataJSON", text(client), "authenticatorData", text(data), "signature",
				text(signed(concat(data, DigestUtils.sha256(client))))));
	}

	private String answer(Map<String, Object> response) {
		return JSON.writeValueAsString(Map.of("id", text(this.id), "rawId", text(this.id), "type", "public-key",
				"clientExtensionResults", Map.of(), "response", response));
	}

	private byte[] client(String type, String challenge) {
		return JSON.writeValueAsBytes(
				Map.of("type", type, "challenge", challenge, "origin", this.origin, "crossOrigin", false));
	}

	private byte[] authenticator(String host, int flags) {
		this.signatures++;
		return concat(DigestUtils.sha256(host.getBytes(StandardCharsets.UTF_8)), new byte[] { (byte) flags },
				ByteBuffer.allocate(4).putInt(this.signatures).array());
	}

	/** COSE: EC2, ES256, P-256, x, y. */
	private byte[] publicKey() {
		ECPublicKey key = (ECPublicKey) this.pair.getPublic();
		return concat(new byte[] { (byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20 },
				word(key.getW().getAffineX()), new byte[] { 0x22, 0x58, 0x20 }, word(key.getW().getAffineY()));
	}

	private byte[] signed(byte[] content) {
		try {
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(this.pair.getPrivate());
			signature.update(content);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] word(BigInteger number) {
		byte[] bytes = number.toByteArray();
		byte[] word = new byte[32];
		int length = Math.min(bytes.length, word.length);
		System.arraycopy(bytes, bytes.length - length, word, word.length - length, length);
		return word;
	}

	private static byte[] concat(byte[]... parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Arrays.stream(parts).forEach(out::writeBytes);
		return out.toByteArray();
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
