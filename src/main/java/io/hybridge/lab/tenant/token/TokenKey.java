package io.hybridge.lab.tenant.token;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import io.hybridge.lab.LabFolder;

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
		return token.signedWith(pair().certificate().getPublicKey());
	}

	String x5t() {
		try {
			return Jwt.encode(MessageDigest.getInstance("SHA-1").digest(pair().certificate().getEncoded()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String base64() {
		try {
			return Base64.getEncoder().encodeToString(pair().certificate().getEncoded());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private synchronized Pair pair() {
		if (this.pair == null) {
			try {
				var key = this.folder.read("token-service.key");
				var certificate = this.folder.read("token-service.cer");
				this.pair = (key.isPresent() && certificate.isPresent()) ? read(key.get(), certificate.get()) : make();
			}
			catch (GeneralSecurityException | OperatorCreationException ex) {
				throw new IllegalStateException("The key of the lab's token service cannot be read", ex);
			}
		}
		return this.pair;
	}

	private static Pair read(String key, String certificate) throws GeneralSecurityException {
		return new Pair(
				KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))),
				(X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(certificate))));
	}

	private Pair make() throws GeneralSecurityException, OperatorCreationException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		KeyPair made = generator.generateKeyPair();
		X500Name name = new X500Name("CN=accounts.accesscontrol.windows.net");
		Instant now = this.clock.instant();
		X509Certificate certificate = new JcaX509CertificateConverter()
			.getCertificate(new JcaX509v3CertificateBuilder(name, new BigInteger(127, new SecureRandom()),
					Date.from(now.minus(Duration.ofDays(1))), Date.from(now.plus(Duration.ofDays(3650))), name,
					made.getPublic())
				.build(new JcaContentSignerBuilder("SHA256withRSA").build(made.getPrivate())));
		this.folder.write("token-service.key", Base64.getEncoder().encodeToString(made.getPrivate().getEncoded()));
		this.folder.write("token-service.cer", Base64.getEncoder().encodeToString(certificate.getEncoded()));
		return new Pair(made.getPrivate(), certificate);
	}

	private record Pair(PrivateKey key, X509Certificate certificate) {
	}

}
