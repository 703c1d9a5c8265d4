package io.hybridge.lab.tenant.graph;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.Fault;
import io.hybridge.lab.Trait;
import io.hybridge.lab.tenant.SigningCertificate;
import io.hybridge.lab.tenant.TenantOnLoopback;
import io.hybridge.lab.tenant.TenantOnLoopback.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class GraphTests {

	private static final String PRINCIPAL = "/v1.0/servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')";

	@TempDir
	private Path path;

	private TenantOnLoopback world;

	private String token;

	@BeforeEach
	void open() throws Exception {
		this.world = new TenantOnLoopback(this.path);
		this.token = this.world.token(this.world.accounts.administrator());
	}

	@AfterEach
	void close() {
		this.world.close();
	}

	@Test
	void tellsTheTenantAsTheScenarioSays() throws Exception {
		JsonNode organization = this.world.get("/v1.0/organization?$select=id,assignedPlans", this.token).json();
		assertThat(organization.at("/value/0").propertyNames()).containsExactly("id", "assignedPlans");
		assertThat(organization.at("/value/0/assignedPlans/0").toString()).contains("\"exchange\"", "\"Enabled\"");
		JsonNode domains = this.world.get("/v1.0/domains", this.token).json().get("value");
		assertThat(domains).extracting((domain) -> domain.get("id").asString() + " " + domain.get("isVerified"))
			.containsExactly("fabrikam.com true", "fabrikam.onmicrosoft.com true", "fabrikam.net false");
		assertThat(this.world.get("/v1.0/me/memberOf", this.token).body()).contains("Global Administrator");
		assertThat(this.world.get("/v1.0/me", this.token).body()).contains("administrator@fabrikam.com");
	}

	@Test
	void hasTwoForeignKeysOfWhichOneIsExpired() throws Exception {
		List<Certificate> keys = keys();
		assertThat(keys).hasSize(2);
		assertThat(keys).filteredOn((key) -> key.validAt(TenantOnLoopback.START)).hasSize(1);
	}

	@Test
	void givesKeyBytesOnlyForOneObjectWhoseKeysAreSelected() throws Exception {
		assertThat(this.world.get(PRINCIPAL, this.token).json().at("/keyCredentials/0/key").isNull()).isTrue();
		assertThat(this.world.get("/v1.0/servicePrincipals?$select=keyCredentials", this.token)
			.json()
			.at("/value/0/keyCredentials/0/key")
			.isNull()).isTrue();
		assertThat(this.world.get(PRINCIPAL + "?$select=keyCredentials", this.token)
			.json()
			.at("/keyCredentials/0/key")
			.isNull()).isFalse();
	}

	@Test
	void replacesTheWholeListAndKeepsWhatWasSentBack() throws Exception {
		JsonNode before = shown();
		Certificate matching = SigningCertificate.until(TenantOnLoopback.START.plus(Duration.ofDays(1))).certificate();
		List<Certificate> wanted = new ArrayList<>(keys());
		wanted.add(matching);
		assertThat(write(wanted).status()).isEqualTo(204);
		JsonNode after = shown();
		assertThat(after).hasSize(3);
		assertThat(after.get(0)).isEqualTo(before.get(0));
		assertThat(after.get(1)).isEqualTo(before.get(1));
		assertThat(after.get(2).get("customKeyIdentifier").asString()).isEqualTo(matching.thumbprint().value());
		assertThat(write(List.of(matching)).status()).isEqualTo(204);
		assertThat(keys()).containsExactly(matching);
	}

	@Test
	void keepsTheKeysOverARestart() throws Exception {
		write(List.of(SigningCertificate.until(TenantOnLoopback.START).certificate()));
		List<Certificate> before = keys();
		this.world.close();
		this.world = new TenantOnLoopback(this.path);
		assertThat(keys()).isEqualTo(before);
	}

	@Test
	void refusesABodyThatIsNotTheListItself() throws Exception {
		String keyId = shown().get(0).get("keyId").asString();
		String key = keys().getFirst().base64();
		List<String> bodies = List.of("", "[]", "{", "{\"keyCredentials\":{}}", "{\"keyCredentials\":null}",
				"{\"displayName\":\"x\"}",
				"{\"keyCredentials\":[{\"key\":null,\"type\":\"AsymmetricX509Cert\",\"usage\":\"Verify\"}]}",
				"{\"keyCredentials\":[{\"key\":\"AAAA\",\"type\":\"AsymmetricX509Cert\",\"usage\":\"Verify\"}]}",
				"{\"keyCredentials\":[{\"key\":\"" + key + "\",\"type\":\"Symmetric\",\"usage\":\"Verify\"}]}",
				"{\"keyCredentials\":[{\"key\":\"" + key
						+ "\",\"type\":\"AsymmetricX509Cert\",\"usage\":\"Verify\",\"keyId\":\"" + keyId + "\"}]}");
		for (String body : bodies) {
			Answer answer = this.world.patch(PRINCIPAL, this.token, body);
			assertThat(answer.status()).as(body).isEqualTo(400);
			assertThat(answer.error()).isEqualTo("Request_BadRequest");
		}
		assertThat(this.world.patch(PRINCIPAL, this.token, bodies.getLast()).body())
			.contains("Update to existing credential with KeyId '" + keyId + "' is not allowed.");
		assertThat(keys()).hasSize(2);
	}

	@Test
	void takesANewEntryWithDatesWithinItsCertificatesAndChangesNoneThatIsThere() throws Exception {
		Certificate ours = SigningCertificate.until(TenantOnLoopback.START.plus(Duration.ofDays(90))).certificate();
		assertThat(add(ours, ours.notAfter().plusSeconds(1)).error()).isEqualTo("KeyCredentialsInvalidEndDate");
		assertThat(add(ours, TenantOnLoopback.START.plus(Duration.ofDays(9))).status()).isEqualTo(204);
		assertThat(shown().get(2).get("endDateTime").asString()).isEqualTo("2026-12-03T14:05:02Z");
		assertThat(add(ours, ours.notAfter()).body()).contains("Update to existing credential");
	}

	@Test
	void letsANewEntryEndAfterAYearWhateverWasSent() throws Exception {
		this.world.context.traits().turn(Trait.KEY_ENDS_AFTER_A_YEAR, true);
		Certificate ours = SigningCertificate.until(TenantOnLoopback.START.plus(Duration.ofDays(900))).certificate();
		assertThat(add(ours, ours.notAfter()).status()).isEqualTo(204);
		assertThat(shown().get(2).get("endDateTime").asString()).isEqualTo("2027-11-24T14:05:02Z");
	}

	@Test
	void listsNobodyWhoseTenantIsAnother() throws Exception {
		this.world.context.traits().turn(Trait.ADMINISTRATOR_OF_A_PARTNER, true);
		assertThat(this.world.get("/v1.0/me", this.token).error()).isEqualTo("Request_ResourceNotFound");
		assertThat(this.world.get("/v1.0/me/transitiveMemberOf", this.token).status()).isEqualTo(404);
	}

	@Test
	void showsARoleBehindAGroupOnlyToWhoAsksTransitively() throws Exception {
		this.world.context.traits().turn(Trait.ROLE_BY_GROUP, true);
		assertThat(this.world.get("/v1.0/me/memberOf", this.token).body()).contains("isAssignableToRole")
			.doesNotContain("directoryRole");
		assertThat(this.world.get("/v1.0/me/transitiveMemberOf", this.token).body()).contains("Global Administrator");
	}

	@Test
	void refusesSomebodyWithoutARole() throws Exception {
		String unprivileged = this.world.token(this.world.accounts.user());
		Answer answer = this.world.patch(PRINCIPAL, unprivileged, "{\"keyCredentials\":[]}");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.error()).isEqualTo("Authorization_RequestDenied");
		assertThat(this.world.get("/v1.0/me/memberOf", unprivileged).json().get("value")).isEmpty();
		assertThat(keys()).hasSize(2);
	}

	@Test
	void refusesAMissingForeignOrExpiredToken() throws Exception {
		assertThat(this.world.get("/v1.0/me", null).error()).isEqualTo("InvalidAuthenticationToken");
		assertThat(this.world.get("/v1.0/me", "x").status()).isEqualTo(401);
		String forged = this.token.substring(0, this.token.lastIndexOf('.') + 1) + "AAAA";
		assertThat(this.world.get("/v1.0/me", forged).status()).isEqualTo(401);
		assertThat(this.world.get("/v1.0/me", this.token).status()).isEqualTo(200);
		this.world.advance(Duration.ofHours(9));
		assertThat(this.world.get("/v1.0/me", this.token).body()).contains("expired");
	}

	@Test
	void asksToWaitAsOftenAsTheFaultSays() throws Exception {
		this.world.context.faults().inject("PATCH servicePrincipal", Fault.ASK_TO_WAIT, 2);
		for (int call = 0; call < 2; call++) {
			Answer answer = this.world.patch(PRINCIPAL, this.token, "{\"keyCredentials\":[]}");
			assertThat(answer.status()).isEqualTo(429);
			assertThat(answer.header("Retry-After")).isEqualTo("2.128");
			assertThat(keys()).hasSize(2);
		}
		assertThat(this.world.patch(PRINCIPAL, this.token, "{\"keyCredentials\":[]}").status()).isEqualTo(204);
	}

	private List<Certificate> keys() throws Exception {
		List<Certificate> keys = new ArrayList<>();
		shown().forEach((key) -> keys.add(Certificate.ofBase64(key.get("key").asString())));
		return keys;
	}

	private JsonNode shown() throws Exception {
		return this.world.get(PRINCIPAL + "?$select=id,keyCredentials", this.token).json().get("keyCredentials");
	}

	private Answer add(Certificate added, Instant end) throws Exception {
		List<Map<String, String>> entries = new ArrayList<>();
		shown().forEach((key) -> entries.add(TenantOnLoopback.entry(key.get("key").asString())));
		entries.removeIf((entry) -> entry.get("key").equals(added.base64()));
		Map<String, String> entry = TenantOnLoopback.entry(added.base64());
		entry.put("startDateTime", added.notBefore().toString());
		entry.put("endDateTime", end.toString());
		entries.add(entry);
		return this.world.patch(PRINCIPAL, this.token,
				JsonMapper.shared().writeValueAsString(Map.of("keyCredentials", entries)));
	}

	private Answer write(List<Certificate> keys) throws Exception {
		return this.world.patch(PRINCIPAL, this.token,
				JsonMapper.shared()
					.writeValueAsString(Map.of("keyCredentials",
							keys.stream().map((key) -> TenantOnLoopback.entry(key.base64())).toList())));
	}

}
