package io.hybridge.lab.tenant.signin;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.lab.Trait;
import io.hybridge.lab.tenant.LabTenant;
import io.hybridge.lab.tenant.TenantOnLoopback;
import io.hybridge.lab.tenant.TenantOnLoopback.Answer;
import io.hybridge.remote.Trust;

import static org.assertj.core.api.Assertions.assertThat;

class SignInTests {

	private static final Set<String> SCOPES = Set.of("https://graph.microsoft.com/Application.ReadWrite.All");

	@TempDir
	private Path path;

	private TenantOnLoopback world;

	private String deviceCode;

	@BeforeEach
	void open() throws Exception {
		this.world = new TenantOnLoopback(this.path);
	}

	@AfterEach
	void close() {
		this.world.close();
	}

	@Test
	void signsInWithMicrosoftsOwnLibrary() throws Exception {
		PublicClientApplication application = PublicClientApplication.builder(LabTenant.clientId())
			.authority(this.world.tenant.address() + "/fabrikam.com/")
			.instanceDiscovery(false)
			.sslSocketFactory(Trust.in(this.world.context.authority().pem()).context().getSocketFactory())
			.build();
		IAuthenticationResult result = application
			.acquireToken(DeviceCodeFlowParameters.builder(SCOPES, (code) -> enter(code.userCode())).build())
			.get(30, TimeUnit.SECONDS);
		assertThat(result.account().username()).isEqualTo("administrator@fabrikam.com");
		assertThat(this.world.get("/v1.0/me", result.accessToken()).status()).isEqualTo(200);
		IAuthenticationResult kept = application
			.acquireTokenSilently(SilentParameters.builder(SCOPES, result.account()).build())
			.get(30, TimeUnit.SECONDS);
		assertThat(kept.accessToken()).isEqualTo(result.accessToken());
	}

	@Test
	void renewsATokenAndBelievesNoRefreshTokenOfItsOwnMaking() throws Exception {
		String code = begin("offline_access");
		enter(code);
		Answer first = token(Map.of("grant_type", "device_code", "device_code", this.deviceCode));
		Answer renewed = token(
				Map.of("grant_type", "refresh_token", "refresh_token", first.json().get("refresh_token").asString()));
		assertThat(this.world.get("/v1.0/me", renewed.json().get("access_token").asString()).status()).isEqualTo(200);
		Answer forged = token(
				Map.of("grant_type", "refresh_token", "refresh_token", first.json().get("access_token").asString()));
		assertThat(forged.json().get("error").asString()).isEqualTo("invalid_grant");
		assertThat(token(Map.of("grant_type", "device_code", "device_code", this.deviceCode)).status()).isEqualTo(400);
	}

	@Test
	void asksToPollAgainWhileNobodyHasEnteredTheCode() throws Exception {
		begin();
		assertThat(token(Map.of("grant_type", "device_code", "device_code", this.deviceCode)).json()
			.get("error")
			.asString()).isEqualTo("authorization_pending");
	}

	@Test
	void letsNobodyInWithAWrongPasswordOrCode() throws Exception {
		String code = begin();
		String name = this.world.accounts.administrator().name();
		Answer wrong = this.world.enter(code, name, this.world.accounts.user().password());
		assertThat(wrong.status()).isEqualTo(401);
		assertThat(wrong.body()).contains("lang=\"de\"", "Das Kennwort passt nicht", "value=\"" + code + "\"");
		assertThat(this.world.enter("<b>", name, this.world.accounts.administrator().password()).body())
			.contains("value=\"&lt;b&gt;\"")
			.doesNotContain("<b>");
		assertThat(this.world.enter(code, name, this.world.accounts.administrator().password()).status())
			.isEqualTo(200);
	}

	@Test
	void refusesAtThePageWhereAPolicyBlocksTheCode() throws Exception {
		this.world.context.traits().turn(Trait.DEVICE_CODE_BLOCKED, true);
		String code = begin();
		Answer answer = this.world.enter(code, this.world.accounts.administrator().name(),
				this.world.accounts.administrator().password());
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("Eine Richtlinie lehnt diese Anmeldung ab", "AADSTS530036")
			.doesNotContain("Sie sind angemeldet");
		assertThat(token(Map.of("grant_type", "device_code", "device_code", this.deviceCode)).code()).isEqualTo(530036);
	}

	@Test
	void forgetsACodeAfterFifteenMinutes() throws Exception {
		String code = begin();
		this.world.advance(Duration.ofMinutes(16));
		assertThat(this.world.enter(code, this.world.accounts.user().name(), this.world.accounts.user().password())
			.status()).isEqualTo(400);
	}

	@Test
	void refusesAnotherApplicationAndAnotherTenant() throws Exception {
		assertThat(this.world.post("/fabrikam.com/oauth2/v2.0/devicecode", Map.of("client_id", "other")).code())
			.isEqualTo(700016);
		assertThat(this.world.post("/contoso.com/oauth2/v2.0/devicecode", Map.of("client_id", LabTenant.clientId()))
			.code()).isEqualTo(90002);
	}

	@Test
	void showsThePageWithoutScriptAndWithoutAnythingFromElsewhere() throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> page = client.send(
					HttpRequest.newBuilder(URI.create(this.world.tenant.signInPage() + "?code=ABC")).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.body()).contains("lang=\"en\"", "value=\"ABC\"").doesNotContain("<script", "style=", "//");
			assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'")
				.doesNotContain("unsafe");
		}
	}

	@Test
	void tellsWhichDomainsBelongToTheTenantWithoutSignIn() throws Exception {
		Answer found = this.world.get("/fabrikam.com/v2.0/.well-known/openid-configuration", null);
		String tenantId = this.world.tenant.state().tenantId();
		assertThat(found.json().get("issuer").asString())
			.isEqualTo("https://login.microsoftonline.com/" + tenantId + "/v2.0");
		Answer unknown = this.world.get("/contoso.com/v2.0/.well-known/openid-configuration", null);
		assertThat(unknown.status()).isEqualTo(400);
		assertThat(unknown.code()).isEqualTo(90002);
		assertThat(unknown.json().get("error_description").asString()).startsWith("AADSTS90002: ").contains("\r\n");
		assertThat(this.world.get("/fabrikam.net/v2.0/.well-known/openid-configuration", null).code()).isEqualTo(90002);
		assertThat(this.world.get("/x/v2.0/.well-known/openid-configuration", null).code()).isEqualTo(900023);
		assertThat(this.world.get("/common/userrealm/nn@fabrikam.com?api-version=1.0", null).body())
			.contains("\"account_type\":\"Managed\"");
	}

	@Test
	void givesTheMetadataOfTheTokenServiceUnderBothAddresses() throws Exception {
		String tenantId = this.world.tenant.state().tenantId();
		for (String path : new String[] { "/metadata/json/1/?realm=fabrikam.com", "/metadata/json/1?realm=" + tenantId,
				"/fabrikam.com/metadata/json/1" }) {
			Answer answer = this.world.get(path, null);
			assertThat(answer.json().get("realm").asString()).isEqualTo(tenantId);
			assertThat(answer.json().get("allowedAudiences")).hasSize(3);
			assertThat(answer.json().at("/keys/0/keyValue/keyInfo/x5t").asString()).isNotEmpty();
		}
		assertThat(this.world.get("/metadata/json/1", null).json().has("issuer")).isFalse();
		assertThat(this.world.get("/contoso.com/metadata/json/1", null).status()).isEqualTo(400);
	}

	private String begin() throws Exception {
		return begin("openid");
	}

	private String begin(String scope) throws Exception {
		Answer answer = this.world.post("/organizations/oauth2/v2.0/devicecode",
				Map.of("client_id", LabTenant.clientId(), "scope", scope));
		this.deviceCode = answer.json().get("device_code").asString();
		return answer.json().get("user_code").asString();
	}

	private Answer token(Map<String, String> form) throws Exception {
		Map<String, String> whole = new java.util.HashMap<>(form);
		whole.put("client_id", LabTenant.clientId());
		return this.world.post("/organizations/oauth2/v2.0/token", whole);
	}

	private void enter(String code) {
		try {
			this.world.enter(code, this.world.accounts.administrator().name(),
					this.world.accounts.administrator().password());
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
