package io.hybridge.lab.tenant.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.Fault;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.tenant.SigningCertificate;
import io.hybridge.lab.tenant.TenantOnLoopback;
import io.hybridge.lab.tenant.TenantOnLoopback.Answer;
import io.hybridge.lab.tenant.state.FabrikamTenant;
import io.hybridge.lab.tenant.state.RegisteredKeys;
import io.hybridge.lab.tenant.state.TenantEffect;
import io.hybridge.lab.tenant.state.TenantKey;

import static org.assertj.core.api.Assertions.assertThat;

/** Only who holds a key that is really registered gets to the phone. */
class ServerToServerTests {

	private static final String MESSAGE = "{\"kind\":\"message\",\"mailbox\":\"user@fabrikam.com\"}";

	@TempDir
	private Path path;

	private TenantOnLoopback world;

	private SigningCertificate matching;

	@BeforeEach
	void open() throws Exception {
		this.world = new TenantOnLoopback(this.path);
		this.matching = SigningCertificate.until(TenantOnLoopback.START.plus(Duration.ofDays(400)));
	}

	@AfterEach
	void close() {
		this.world.close();
	}

	@Test
	void raisesTheBadgeForAServerWhoseKeyIsRegistered() throws Exception {
		this.world.register(this.matching.certificate());
		String actor = granted(this.matching.assertion(this.world.now()));
		assertThat(push(outer(Jwt.parse(actor).claim("nameid"), actor, Jwt.parse(actor).claim("aud"))).status())
			.isEqualTo(200);
		assertThat(this.world.phone.badge()).isEqualTo(1);
		assertThat(push(actor).status()).isEqualTo(200);
		assertThat(this.world.phone.badge()).isEqualTo(2);
	}

	@Test
	void leavesTheBadgeAloneForAProbe() throws Exception {
		this.world.register(this.matching.certificate());
		String actor = granted(this.matching.assertion(this.world.now()));
		assertThat(this.world.post("/PushNotifications", actor, "{\"kind\":\"probe\",\"server\":\"ex1\"}").status())
			.isEqualTo(200);
		assertThat(this.world.phone.badge()).isZero();
	}

	@Test
	void refusesAKeyThatIsNotRegistered() throws Exception {
		Answer answer = ask(this.matching.assertion(this.world.now()));
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.code()).isEqualTo(700027);
		assertThat(answer.body()).contains("The key was not found.",
				"'" + this.matching.certificate().thumbprint().value() + "'");
	}

	@Test
	void refusesAKeyThatWasRemoved() throws Exception {
		this.world.register(this.matching.certificate());
		assertThat(ask(this.matching.assertion(this.world.now())).status()).isEqualTo(200);
		String token = this.world.token(this.world.accounts.administrator());
		this.world.patch("/v1.0/servicePrincipals(appId='" + FabrikamTenant.EXCHANGE_ONLINE + "')", token,
				"{\"keyCredentials\":[]}");
		assertThat(ask(this.matching.assertion(this.world.now())).code()).isEqualTo(700027);
	}

	@Test
	void refusesAnotherKeyThatClaimsTheRegisteredThumbprint() throws Exception {
		this.world.register(this.matching.certificate());
		SigningCertificate thief = SigningCertificate.until(TenantOnLoopback.START.plus(Duration.ofDays(400)));
		Answer answer = ask(thief.assertion(this.matching.certificate(), this.world.now(), Map.of()));
		assertThat(answer.code()).isEqualTo(700027);
		assertThat(answer.body()).contains("did not match the expected signature value");
	}

	@Test
	void refusesAnotherKeyThatIsRegisteredUnderOurThumbprintText() throws Exception {
		Certificate other = SigningCertificate.until(TenantOnLoopback.START.plus(Duration.ofDays(400))).certificate();
		registerAs(this.matching.certificate().thumbprint().value(), other);
		Answer answer = ask(this.matching.assertion(this.world.now()));
		assertThat(answer.code()).isEqualTo(700027);
		assertThat(answer.body()).contains("The key was not found.");
	}

	@Test
	void refusesAKeyWhoseTimeIsOver() throws Exception {
		this.world.register(this.matching.certificate());
		this.world.advance(Duration.ofDays(401));
		Answer answer = ask(this.matching.assertion(this.world.now()));
		assertThat(answer.code()).isEqualTo(700027);
		assertThat(answer.body()).contains("The key used is expired.");
	}

	@Test
	void refusesAKeyWhoseEntryHasEndedWhileItsCertificateIsGood() throws Exception {
		this.world.tenant.reset("TENANT_KEY_ENDED", RegisteredKeys.ENDED, this.matching.certificate());
		Answer answer = ask(this.matching.assertion(this.world.now()));
		assertThat(answer.code()).isEqualTo(700027);
		assertThat(answer.body()).contains("The key used is expired.");
	}

	@Test
	void knowsNoKeyThatWasUploadedForSigning() throws Exception {
		this.world.tenant.reset("TENANT_KEY_FOR_SIGNING", RegisteredKeys.FOR_SIGNING, this.matching.certificate());
		assertThat(ask(this.matching.assertion(this.world.now())).body()).contains("The key was not found.");
	}

	@Test
	void takesOneOfTwoEntries() throws Exception {
		this.world.tenant.reset("TENANT_KEY_TWICE", RegisteredKeys.TWICE, this.matching.certificate());
		assertThat(ask(this.matching.assertion(this.world.now())).status()).isEqualTo(200);
	}

	@Test
	void refusesAnAssertionWhoseTimeIsOver() throws Exception {
		this.world.register(this.matching.certificate());
		String assertion = this.matching.assertion(this.world.now());
		this.world.advance(Duration.ofMinutes(14));
		assertThat(ask(assertion).status()).isEqualTo(200);
		this.world.advance(Duration.ofMinutes(2));
		assertThat(ask(assertion).code()).isEqualTo(700024);
	}

	@Test
	void refusesAnotherPrincipalAudienceAndRealm() throws Exception {
		this.world.register(this.matching.certificate());
		assertThat(claiming("iss", "00000003-0000-0ff1-ce00-000000000000@fabrikam.com").code()).isEqualTo(700016);
		assertThat(claiming("iss", "00000002-0000-0ff1-ce00-000000000000@contoso.com").code()).isEqualTo(90002);
		assertThat(claiming("aud", "00000001-0000-0000-c000-000000000000/accounts.accesscontrol.windows.net@x").code())
			.isEqualTo(700023);
		assertThat(ask("fabrikam.net", this.matching.assertion(this.world.now())).code()).isEqualTo(90002);
		assertThat(ask("not a token").code()).isEqualTo(50027);
	}

	@Test
	void refusesAPushWithoutATokenOfTheTokenService() throws Exception {
		this.world.register(this.matching.certificate());
		String actor = granted(this.matching.assertion(this.world.now()));
		String issuer = Jwt.parse(actor).claim("nameid");
		String audience = Jwt.parse(actor).claim("aud");
		Map<String, String> refused = new LinkedHashMap<>();
		refused.put("", "");
		refused.put("nonsense", "2000000");
		refused.put(outer(issuer, "", audience), "2000000");
		refused.put(this.matching.assertion(this.world.now()), "2000001");
		refused.put(outer(issuer, this.matching.assertion(this.world.now()), audience), "2000001");
		refused.put(outer(issuer.toUpperCase(java.util.Locale.ROOT), actor, audience), "2000010");
		refused.put(outer(issuer, actor, audience.replace("outlook.", "mail.")), "2000003");
		refused.put(actor.substring(0, actor.length() - 8) + "AAAAAAAA", "2000001");
		for (Map.Entry<String, String> entry : refused.entrySet()) {
			Answer answer = push(entry.getKey());
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.header("x-ms-diagnostics")).startsWith(entry.getValue());
			assertThat(answer.header("WWW-Authenticate")).contains("trusted_issuers=");
		}
		this.world.advance(Duration.ofDays(2));
		assertThat(push(actor).header("x-ms-diagnostics")).contains("expired");
		assertThat(this.world.phone.badge()).isZero();
	}

	@Test
	void losesTheAnswerOnlyAfterTheEffect() throws Exception {
		this.world.register(this.matching.certificate());
		String actor = granted(this.matching.assertion(this.world.now()));
		this.world.context.faults().inject("POST PushNotifications", Fault.LOSE_ANSWER, 1);
		assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> push(actor))).isInstanceOf(IOException.class);
		assertThat(this.world.phone.badge()).isEqualTo(1);
		assertThat(this.world.context.ledger().effects()).filteredOn((effect) -> "phone".equals(effect.world()))
			.extracting(Effect::answer)
			.containsExactly("lost");
	}

	private void registerAs(String thumbprint, Certificate certificate) throws IOException {
		this.world.close();
		TenantOnLoopback reopened = new TenantOnLoopback(this.path);
		TenantKey lying = new TenantKey("k", null, thumbprint, certificate.notBefore().toString(),
				certificate.notAfter().toString(), certificate.base64(), null, null);
		reopened.context.ledger()
			.append("tenant", TenantEffect.KeysReplaced.name(),
					Map.of("keys", JsonMapper.shared().writeValueAsString(List.of(lying))));
		reopened.close();
		this.world = new TenantOnLoopback(this.path);
		assertThat(this.world.tenant.state().keys()).containsExactly(lying);
	}

	private Answer claiming(String claim, String value) throws IOException {
		return ask(this.matching.assertion(this.matching.certificate(), this.world.now(), Map.of(claim, value)));
	}

	private String granted(String assertion) throws IOException {
		return ask(assertion).json().get("access_token").asString();
	}

	private Answer ask(String assertion) throws IOException {
		return ask("fabrikam.com", assertion);
	}

	private Answer ask(String realm, String assertion) throws IOException {
		return this.world.post("/" + realm + "/tokens/OAuth/2",
				Map.of("grant_type", "http://oauth.net/grant_type/jwt/1.0/bearer", "assertion", assertion, "resource",
						"00000002-0000-0ff1-ce00-000000000000/outlook.office365.com@fabrikam.com"));
	}

	private Answer push(String bearer) throws IOException {
		return this.world.post("/PushNotifications", bearer, MESSAGE);
	}

	private String outer(String issuer, String actor, String audience) {
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("iss", issuer);
		claims.put("aud", audience);
		claims.put("nbf", Long.toString(this.world.now().getEpochSecond()));
		claims.put("exp", Long.toString(this.world.now().plus(Duration.ofHours(8)).getEpochSecond()));
		claims.put("actortoken", actor);
		return Jwt.encode("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.US_ASCII)) + "."
				+ Jwt.encode(JsonMapper.shared().writeValueAsBytes(claims)) + ".";
	}

}
