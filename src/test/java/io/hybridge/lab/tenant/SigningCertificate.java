package io.hybridge.lab.tenant;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.tenant.token.Jwt;

/** A certificate with its key, as a mailbox server has one. */
public record SigningCertificate(Certificate certificate, PrivateKey key) {

	static final String REALM = "fabrikam.com";

	public static SigningCertificate until(Instant end) throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		KeyPair pair = generator.generateKeyPair();
		X500Name name = new X500Name("CN=Microsoft Exchange Server Auth Certificate");
		return new SigningCertificate(Certificate.of(new JcaX509v3CertificateBuilder(name, BigInteger.TWO,
				Date.from(end.minus(Duration.ofDays(1826))), Date.from(end), name, pair.getPublic())
			.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
			.getEncoded()), pair.getPrivate());
	}

	public String assertion(Instant now) {
		return assertion(this.certificate, now, Map.of());
	}

	/** Signs with this key, but may claim to have used another one. */
	public String assertion(Certificate claimed, Instant now, Map<String, Object> other) {
		Map<String, Object> header = new LinkedHashMap<>();
		header.put("typ", "JWT");
		header.put("alg", "RS256");
		header.put("x5t", Jwt.encode(HexFormat.of().parseHex(claimed.thumbprint().value())));
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("iss", "00000002-0000-0ff1-ce00-000000000000@" + REALM);
		claims.put("aud", "00000001-0000-0000-c000-000000000000/accounts.accesscontrol.windows.net@" + REALM);
		claims.put("nbf", Long.toString(now.getEpochSecond()));
		claims.put("exp", Long.toString(now.plusSeconds(600).getEpochSecond()));
		claims.putAll(other);
		return Jwt.sign(header, claims, this.key);
	}

}
