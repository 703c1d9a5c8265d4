package io.hybridge.lab.tenant.token;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.LabFolder;
import io.hybridge.lab.certificate.CertificateDraft;
import io.hybridge.lab.certificate.Keys;
import io.hybridge.lab.certificate.X509;

/**
 * The key with which the token service signs, the same over restarts. It is made when it
 * is first needed: the start of the console has no use for it.
 */
public final class TokenKey {

	private final LabFolder folder;

	private final Clock clock;

	private Pair pair;

	private TokenKey(LabFolder folder, Clock clock) {
		this.folder = folder;
		this.clock = clock;
	}

	public static TokenKey in(LabFolder folder, Clock clock) {
		return new TokenKey(folder, clock);
	}

	public String sign(Map<String, Object> claims) {
		Map<String, Object> header = new LinkedHashMap<>();
		header.put("typ", "JWT");
		header.put("alg", "RS256");
		header.put("x5t", x5t());
		header.put("kid", x5t());
		return Jwt.sign(header, claims, pair().key());
	}

	public boolean signed(Jwt token) {
		return token.signedWith(pair().certificate().publicKey());
	}

	String x5t() {
		return Jwt.encode(HexFormat.of().parseHex(pair().certificate().thumbprint().value()));
	}

	/** As RFC 7517 writes a public key, with Microsoft's additions. */
	Map<String, Object> published() {
		RSAPublicKey key = (RSAPublicKey) pair().certificate().publicKey();
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("kty", "RSA");
		shown.put("use", "sig");
		shown.put("kid", x5t());
		shown.put("x5t", x5t());
		shown.put("n", unsigned(key.getModulus()));
		shown.put("e", unsigned(key.getPublicExponent()));
		shown.put("x5c", List.of(base64()));
		return shown;
	}

	private static String unsigned(BigInteger number) {
		byte[] bytes = number.toByteArray();
		return Jwt.encode((bytes[0] == 0) ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
	}

	String base64() {
		return pair().certificate().base64();
	}

	private synchronized Pair pair() {
		if (this.pair == null) {
			var key = this.folder.read("token-service.key");
			var certificate = this.folder.read("token-service.cer");
			this.pair = (key.isPresent() && certificate.isPresent()) ? read(key.get(), certificate.get()) : make();
		}
		return this.pair;
	}

	private static Pair read(String key, String certificate) {
		try {
			return new Pair(Keys.read("RSA", key), Certificate.ofBase64(certificate));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new IllegalStateException("The key of the lab's token service cannot be read", ex);
		}
	}

	private Pair make() {
		KeyPair made = Keys.rsa(2048);
		String name = "CN=accounts.accesscontrol.windows.net";
		Instant now = this.clock.instant();
		Certificate certificate = Certificate.of(X509.der(CertificateDraft
			.of(name, made.getPublic(), name, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(3650)))
			.signedWith(made.getPrivate())));
		this.folder.write("token-service.key", Keys.base64(made.getPrivate()));
		this.folder.write("token-service.cer", certificate.base64());
		return new Pair(made.getPrivate(), certificate);
	}

	private record Pair(PrivateKey key, Certificate certificate) {
	}

}
