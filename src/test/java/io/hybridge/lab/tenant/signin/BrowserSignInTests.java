package io.hybridge.lab.tenant.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.hybridge.lab.LabAccounts;
import io.hybridge.lab.Trait;
import io.hybridge.lab.tenant.LabTenant;
import io.hybridge.lab.tenant.TenantOnLoopback;
import io.hybridge.lab.tenant.TenantOnLoopback.Answer;
import io.hybridge.lab.tenant.http.Request;
import io.hybridge.remote.Trust;

import static org.assertj.core.api.Assertions.assertThat;

/** What the lab's sign-in gives a browser, and what it refuses. */
class BrowserSignInTests {

	private static final String BACK = "http://localhost:8080/sign-in/microsoft365";

	/** Of RFC 7636, appendix B. */
	private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

	private static final Set<String> SCOPES = Set.of("User.Read");

	@TempDir
	private Path path;

	private TenantOnLoopback world;

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
		String query = application
			.getAuthorizationRequestUrl(AuthorizationRequestUrlParameters.builder(BACK, SCOPES)
				.codeChallenge(CHALLENGE)
				.codeChallengeMethod("S256")
				.state("s1")
				.nonce("n1")
				.build())
			.getQuery()
			.replace("response_mode=form_post", "response_mode=query");
		Map<String, String> back = signIn(query, this.world.accounts.administrator());
		assertThat(back).containsEntry("state", "s1").doesNotContainKey("error");
		IAuthenticationResult result = application
			.acquireToken(AuthorizationCodeParameters.builder(back.get("code"), URI.create(BACK))
				.scopes(SCOPES)
				.codeVerifier(VERIFIER)
				.build())
			.get(30, TimeUnit.SECONDS);
		assertThat(result.account().username()).isEqualTo("administrator@fabrikam.com");
		assertThat(claims(result.idToken())).contains("\"nonce\":\"n1\"", "\"aud\":\"" + LabTenant.clientId() + "\"",
				"\"tid\":\"" + this.world.tenant.state().tenantId() + "\"");
		assertThat(this.world.get("/v1.0/me", result.accessToken()).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "code_verifier,another-verifier,501481", "redirect_uri,http://localhost:9/sign-in/microsoft365,500112",
			"code,1.made-up,70000", "client_id,7d0c1d2e-52a8-4f4e-9d2a-5c1b7e6f0a11,700016" })
	void givesNoTokenWhereAnythingIsAnother(String name, String value, int number) throws Exception {
		Map<String, String> form = redemption(signIn(query(Map.of()), this.world.accounts.user()).get("code"));
		Map<String, String> other = new LinkedHashMap<>(form);
		other.put(name, value);
		assertThat(redeem(other).code()).isEqualTo(number);
		assertThat(redeem(form).status()).isEqualTo(200);
	}

	@Test
	void redeemsACodeOnceAndForTenMinutes() throws Exception {
		Map<String, String> form = redemption(signIn(query(Map.of()), this.world.accounts.user()).get("code"));
		assertThat(redeem(form).status()).isEqualTo(200);
		assertThat(redeem(form).code()).isEqualTo(54005);
		Map<String, String> late = redemption(signIn(query(Map.of()), this.world.accounts.user()).get("code"));
		this.world.advance(Duration.ofMinutes(11));
		assertThat(redeem(late).code()).isEqualTo(70008);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080/elsewhere", "http://evil.example/sign-in/microsoft365",
			"http://localhost:8080/sign-in/microsoft365?a=b", "https://a@b/sign-in/microsoft365", "javascript:1",
			"https://a;b/sign-in/microsoft365" })
	void sendsNobodyToAnAddressThatIsNotRegistered(String address) throws Exception {
		HttpResponse<String> page = open("GET", query(Map.of("redirect_uri", address)), "");
		assertThat(page.statusCode()).isEqualTo(400);
		assertThat(page.body()).contains("AADSTS50011").doesNotContain("<form");
	}

	@Test
	void goesBackWithoutACodeWhereTheRequestOrThePersonSaysSo() throws Exception {
		String administrator = this.world.accounts.administrator().name();
		assertThat(back(open("GET", query(Map.of("code_challenge", "")), ""))).containsEntry("error", "invalid_request")
			.containsEntry("state", "s1");
		assertThat(back(open("POST", query(Map.of()), "cancel=yes"))).containsEntry("error", "access_denied");
		HttpResponse<String> wrong = open("POST", query(Map.of()), "person=" + encoded(administrator) + "&password=no");
		assertThat(wrong.statusCode()).isEqualTo(401);
		assertThat(wrong.headers().firstValue("Location")).isEmpty();
		assertThat(wrong.headers().firstValue("Content-Security-Policy").orElse(""))
			.contains("form-action 'self' http://localhost:8080;");
		this.world.context.traits().turn(Trait.CONSENT_MISSING, true);
		assertThat(back(open("GET", query(Map.of()), "")).get("error_description")).startsWith("AADSTS65001");
	}

	@Test
	void letsTheBrowserInWhereAPolicyBlocksTheCode() throws Exception {
		this.world.context.traits().turn(Trait.DEVICE_CODE_BLOCKED, true);
		assertThat(redeem(redemption(signIn(query(Map.of()), this.world.accounts.user()).get("code"))).status())
			.isEqualTo(200);
	}

	private Map<String, String> signIn(String query, LabAccounts.Account account) throws Exception {
		HttpResponse<String> page = open("GET", query, "");
		assertThat(page.statusCode()).as(query).isEqualTo(200);
		assertThat(page.body()).contains(account.name()).doesNotContain("<script");
		return back(
				open("POST", query, "person=" + encoded(account.name()) + "&password=" + encoded(account.password())));
	}

	private static Map<String, String> back(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(302);
		String location = answer.headers().firstValue("Location").orElseThrow();
		assertThat(location).startsWith(BACK + "?");
		return Request.pairs(URI.create(location).getRawQuery());
	}

	private HttpResponse<String> open(String method, String query, String form) throws Exception {
		try (HttpClient browser = HttpClient.newHttpClient()) {
			return browser.send(HttpRequest
				.newBuilder(URI.create(this.world.tenant.signInPage() + "fabrikam.com/oauth2/v2.0/authorize?" + query))
				.method(method, HttpRequest.BodyPublishers.ofString(form))
				.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

	private static String query(Map<String, String> other) {
		Map<String, String> values = new LinkedHashMap<>(Map.of("client_id", LabTenant.clientId(), "response_type",
				"code", "response_mode", "query", "redirect_uri", BACK, "scope", "User.Read openid offline_access",
				"state", "s1", "code_challenge", CHALLENGE, "code_challenge_method", "S256"));
		values.putAll(other);
		return new AuthorizationRequest("fabrikam.com", values).query();
	}

	private static Map<String, String> redemption(String code) {
		return Map.of("grant_type", "authorization_code", "client_id", LabTenant.clientId(), "code", code,
				"redirect_uri", BACK, "code_verifier", VERIFIER);
	}

	private Answer redeem(Map<String, String> form) throws IOException {
		return this.world.post("/fabrikam.com/oauth2/v2.0/token", form);
	}

	private static String claims(String jwt) {
		return new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
