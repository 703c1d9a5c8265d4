package io.hybridge.lab.tenant.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.lab.Trait;
import io.hybridge.lab.tenant.LabTenant;
import io.hybridge.lab.tenant.TenantOnLoopback;
import io.hybridge.lab.tenant.TenantOnLoopback.Answer;
import io.hybridge.microsoft365.TestCertificates;

import static org.assertj.core.api.Assertions.assertThat;

/** What the lab believes of an application, whose assertions Nimbus signs here. */
class ApplicationSignInTests {

	private static final TestCertificates.Made OURS = TestCertificates.make("Reader");

	private static final TestCertificates.Made OTHER = TestCertificates.make("Somebody else");

	private static final String PRINCIPAL = "/v1.0/servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')";

	@TempDir
	private Path path;

	private TenantOnLoopback world;

	@BeforeEach
	void open() throws Exception {
		this.world = new TenantOnLoopback(this.path);
		this.world.advance(Duration.between(TenantOnLoopback.START, Instant.now()));
		this.world.context.folder().write(ApplicationSignIn.REGISTERED, OURS.pem());
	}

	@AfterEach
	void close() {
		this.world.close();
	}

	@Test
	void givesATokenThatReadsAndDoesNotWrite() throws Exception {
		Answer answer = ask(assertion((claims) -> claims, OURS, OURS, "x5t#S256"));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		String token = answer.json().get("access_token").asString();
		for (String read : new String[] { "/v1.0/organization", "/v1.0/domains", PRINCIPAL }) {
			assertThat(this.world.get(read, token).status()).as(read).isEqualTo(200);
		}
		assertThat(this.world.get("/v1.0/me", token).status()).isEqualTo(400);
		assertThat(this.world.patch(PRINCIPAL, token, "{\"keyCredentials\":[]}").status()).isEqualTo(403);
		assertThat(ask(assertion((claims) -> claims, OURS, OURS, "x5t")).status()).isEqualTo(200);
	}

	@Test
	void givesATokenThatIsGoodForNothingWithoutConsent() throws Exception {
		this.world.context.traits().turn(Trait.CONSENT_MISSING, true);
		String token = ask(assertion((claims) -> claims, OURS, OURS, "x5t#S256")).json().get("access_token").asString();
		assertThat(this.world.get("/v1.0/organization", token).error()).isEqualTo("Authorization_RequestDenied");
		assertThat(this.world.get(PRINCIPAL, token).error()).isEqualTo("Authorization_RequestDenied");
	}

	@ParameterizedTest
	@CsvSource({ "iss, another, 50027", "sub, another, 50027",
			"aud, https://login.microsoftonline.com/common/v2.0, 700023" })
	void believesNoAssertionThatSaysSomethingElse(String claim, String value, int number) throws Exception {
		assertThat(ask(assertion((claims) -> claims.claim(claim, value), OURS, OURS, "x5t#S256")).code())
			.isEqualTo(number);
	}

	@Test
	void believesNoAssertionOutOfItsTime() throws Exception {
		Date early = Date.from(Instant.now().minus(Duration.ofHours(2)));
		Date late = Date.from(Instant.now().plus(Duration.ofHours(2)));
		assertThat(ask(assertion((claims) -> claims.expirationTime(early), OURS, OURS, "x5t#S256")).code())
			.isEqualTo(700024);
		assertThat(ask(assertion((claims) -> claims.notBeforeTime(late), OURS, OURS, "x5t#S256")).code())
			.isEqualTo(700024);
	}

	@Test
	void believesNoOtherKey() throws Exception {
		assertThat(ask(assertion((claims) -> claims, OTHER, OTHER, "x5t#S256")).body()).contains("AADSTS700027",
				"The key was not found.");
		assertThat(ask(assertion((claims) -> claims, OTHER, OURS, "x5t#S256")).body()).contains("AADSTS700027",
				"did not match the expected signature value");
		assertThat(ask(assertion((claims) -> claims, OURS, OURS, "kid")).code()).isEqualTo(700027);
		this.world.context.traits().turn(Trait.APPLICATION_CERTIFICATE_UNKNOWN, true);
		assertThat(ask(assertion((claims) -> claims, OURS, OURS, "x5t#S256")).body())
			.contains("The key was not found.");
	}

	@Test
	void believesNoKeyThatHasEnded() throws Exception {
		this.world.advance(Duration.ofDays(31));
		UnaryOperator<JWTClaimsSet.Builder> now = (claims) -> claims.notBeforeTime(Date.from(this.world.now()))
			.expirationTime(Date.from(this.world.now().plusSeconds(600)));
		assertThat(ask(assertion(now, OURS, OURS, "x5t#S256")).body()).contains("AADSTS700027",
				"The key used is expired.");
	}

	private String assertion(UnaryOperator<JWTClaimsSet.Builder> claims, TestCertificates.Made signer,
			TestCertificates.Made named, String hash) throws JOSEException {
		Instant now = Instant.now();
		JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256);
		switch (hash) {
			case "x5t" -> header.x509CertThumbprint(Base64URL.encode(DigestUtils.sha1(named.der())));
			case "x5t#S256" -> header.x509CertSHA256Thumbprint(Base64URL.encode(DigestUtils.sha256(named.der())));
			default -> header.keyID("nothing");
		}
		SignedJWT assertion = new SignedJWT(header.build(),
				claims
					.apply(new JWTClaimsSet.Builder().issuer(LabTenant.clientId())
						.subject(LabTenant.clientId())
						.audience("https://login.microsoftonline.com" + endpoint())
						.notBeforeTime(Date.from(now))
						.expirationTime(Date.from(now.plusSeconds(600)))
						.jwtID("1"))
					.build());
		assertion.sign(new RSASSASigner((RSAPrivateKey) signer.keys().getPrivate()));
		return assertion.serialize();
	}

	private Answer ask(String assertion) throws IOException {
		return this.world.post(endpoint(),
				Map.of("client_id", LabTenant.clientId(), "grant_type", "client_credentials", "scope",
						"https://graph.microsoft.com/.default", "client_assertion_type",
						"urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion", assertion));
	}

	private String endpoint() {
		return "/" + this.world.tenant.state().tenantId() + "/oauth2/v2.0/token";
	}

}
