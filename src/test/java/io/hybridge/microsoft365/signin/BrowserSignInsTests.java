package io.hybridge.microsoft365.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.lab.tenant.http.Request;
import io.hybridge.microsoft365.CloudSource;
import io.hybridge.microsoft365.LoopbackCloud;
import io.hybridge.microsoft365.LoopbackSignIn;
import io.hybridge.microsoft365.LoopbackTenant;
import io.hybridge.microsoft365.MemorySecrets;
import io.hybridge.microsoft365.Microsoft365Beans;
import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.microsoft365.TestSettings;
import io.hybridge.microsoft365.signin.SignIns.Attempt;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.security.session.SessionRows;
import io.hybridge.support.MutableClock;
import io.hybridge.support.OnH2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.verify;

/** A browser goes to Microsoft with a state, and only that one comes back. */
@OnH2
@ExtendWith(OutputCaptureExtension.class)
@Import({ Microsoft365Beans.class, BrowserSignInsTests.Loopback.class })
class BrowserSignInsTests {

	private static final AuditActor PERSON = AuditActor.person(7, "Erika", null);

	private static final String ANOTHER = "11111111-52a8-4f4e-9d2a-5c1b7e6f0a11";

	private static final String SESSION = "session-of-erika";

	private static final SignIns.Visit VISIT = new SignIns.Visit(SESSION, "http://localhost:8080/sign-in/microsoft365",
			"oauth");

	private static LoopbackCloud cloud;

	@Autowired
	private NewestSignIns signIns;

	@Autowired
	private MsalTokens tokens;

	@Autowired
	private MemorySecrets secrets;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MutableClock clock;

	@MockitoBean
	private AuditLog audit;

	@MockitoBean
	private OrganizationHistory history;

	private LoopbackSignIn service;

	private OrganizationId organization;

	@BeforeEach
	void register() {
		this.clock.set(MutableClock.START);
		cloud = new LoopbackCloud();
		this.service = new LoopbackSignIn(cloud);
		this.organization = RegisteredOrganizations.addFabrikam(this.jdbc);
		SessionRows.begin(this.jdbc, SESSION);
	}

	@AfterEach
	void stop() {
		this.signIns.signOut(this.organization, PERSON);
		this.jdbc.sql("delete from app_registration").update();
		cloud.close();
	}

	@Test
	void keepsTheTokenOfWhoseBrowserCameBack(CapturedOutput output) throws Exception {
		URI address = leave();
		Map<String, String> asked = Request.pairs(address.getRawQuery());
		assertThat(address.toString())
			.startsWith(cloud.address() + "/" + LoopbackTenant.ID + "/oauth2/v2.0/authorize?");
		assertThat(asked).containsEntry("response_type", "code")
			.containsEntry("response_mode", "query")
			.containsEntry("code_challenge_method", "S256")
			.containsEntry("prompt", "select_account")
			.containsEntry("redirect_uri", "http://localhost:8080/sign-in/microsoft365")
			.doesNotContainKeys("code_verifier", "client_secret", "claims");
		assertThat(asked.get("state")).startsWith(this.organization + ".").hasSizeGreaterThan(40);
		assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();

		this.service.token = () -> granted(asked.get("nonce"));
		assertThat(back(asked, "canary-code", "")).contains("oauth");
		assertThat(this.signIns.current(this.organization, PERSON)).hasValueSatisfying((attempt) -> {
			assertThat(attempt).isInstanceOf(Attempt.SignedInAs.class);
			Attempt.SignedInAs signedIn = (Attempt.SignedInAs) attempt;
			assertThat(signedIn.userName()).isEqualTo("admin@fabrikam.com");
			assertThat(signedIn.tenantId()).isEqualTo(LoopbackTenant.ID);
			assertThat(signedIn.home()).isNull();
			assertThat(signedIn.objectId()).isEqualTo("o");
			assertThat(signedIn.until()).isEqualTo(MutableClock.START.plus(Duration.ofHours(8)));
		});
		assertThat(this.tokens.find(this.organization, PERSON).orElseThrow().value())
			.isEqualTo(LoopbackSignIn.ACCESS_TOKEN);
		Map<String, String> redeemed = Request.pairs(cloud.asked(LoopbackSignIn.TOKEN).getLast().body());
		assertThat(redeemed).containsEntry("grant_type", "authorization_code").containsEntry("code", "canary-code");
		assertThat(Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(MessageDigest.getInstance("SHA-256")
				.digest(redeemed.get("code_verifier").getBytes(StandardCharsets.US_ASCII))))
			.isEqualTo(asked.get("code_challenge"));
		assertThat(entries(2)).extracting(AuditEntry::outcome)
			.containsExactly(AuditOutcome.ATTEMPTED, AuditOutcome.DONE);
		assertThat(entries(2) + output.getAll()).doesNotContain("canary", redeemed.get("code_verifier"));
	}

	@Test
	void believesAnAnswerOnceAndOnlyInTheSessionThatBegan() {
		Map<String, String> asked = Request.pairs(leave().getRawQuery());
		this.service.token = () -> granted(asked.get("nonce"));
		BrowserAnswer answer = new BrowserAnswer(asked.get("state"), "c", null, null);
		assertThat(this.signIns.returned(this.organization, PERSON, "another-session", answer)).isEmpty();
		assertThat(this.signIns.returned(this.organization, AuditActor.person(8, "Petra", null), SESSION, answer))
			.isEmpty();
		assertThat(this.signIns.returned(new OrganizationId(this.organization.value() + 1), PERSON, SESSION, answer))
			.isEmpty();
		assertThat(this.signIns.returned(this.organization, PERSON, SESSION,
				new BrowserAnswer(this.organization + ".made-up", "c", null, null)))
			.isEmpty();
		assertThat(this.signIns.returned(this.organization, PERSON, SESSION, new BrowserAnswer(null, "c", null, null)))
			.isEmpty();
		assertThat(cloud.asked(LoopbackSignIn.TOKEN)).isEmpty();
		assertThat(this.signIns.returned(this.organization, PERSON, SESSION, answer)).isPresent();
		assertThat(this.signIns.returned(this.organization, PERSON, SESSION, answer)).isEmpty();
		assertThat(cloud.asked(LoopbackSignIn.TOKEN)).hasSize(1);
	}

	@Test
	void waitsForTheNewestBrowserOnlyAndForTenMinutes() {
		Map<String, String> first = Request.pairs(leave().getRawQuery());
		Map<String, String> second = Request.pairs(leave().getRawQuery());
		assertThat(back(first, "c", "")).isEmpty();
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(back(second, "c", "")).isPresent();
		assertThat(failed().code()).isEqualTo("microsoft365.return-late");
		assertThat(cloud.asked(LoopbackSignIn.TOKEN)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "another, 7d0c1d2e-52a8-4f4e-9d2a-5c1b7e6f0a11, 4000000000, id-token",
			"ours, 11111111-52a8-4f4e-9d2a-5c1b7e6f0a11, 4000000000, id-token",
			"ours, 7d0c1d2e-52a8-4f4e-9d2a-5c1b7e6f0a11, 1, id-token" })
	void keepsNoTokenThatDoesNotFitToWhatWasAsked(String nonce, String audience, long end, String code) {
		Map<String, String> asked = Request.pairs(leave().getRawQuery());
		this.service.token = () -> LoopbackSignIn.granted(LoopbackTenant.ID, 3600,
				",\"nonce\":\"%s\",\"aud\":\"%s\",\"exp\":%d"
					.formatted("ours".equals(nonce) ? asked.get("nonce") : nonce, audience, end));
		back(asked, "c", "");
		assertThat(failed().code()).isEqualTo("microsoft365." + code);
		assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();
		assertThat(entries(2).getLast().outcome()).isEqualTo(AuditOutcome.REFUSED);
	}

	@Test
	void keepsNoTokenOfAnotherTenant() {
		Map<String, String> asked = Request.pairs(leave().getRawQuery());
		this.service.token = () -> LoopbackSignIn.granted("99999999-0d6c-4b1c-9d86-5a0d5b0e9c01", 3600,
				",\"nonce\":\"" + asked.get("nonce") + "\"");
		back(asked, "c", "");
		assertThat(failed().code()).isEqualTo("microsoft365.wrong-tenant");
	}

	@ParameterizedTest
	@CsvSource({ "access_denied, '', declined", "access_denied, AADSTS65004: x, declined",
			"consent_required, AADSTS65001: x, consent", "consent_required, '', consent",
			"access_denied, AADSTS90094: x, consent", "interaction_required, '', interaction",
			"login_required, '', interaction", "access_denied, AADSTS53003: x, conditional-access",
			"invalid_request, AADSTS50011: x, redirect-unknown", "temporarily_unavailable, '', unavailable",
			"invalid_client, AADSTS650057: x, permission-not-registered", "something_new, '', sign-in-failed",
			"interaction_required, AADSTS50076: x, second-factor", "'', '', sign-in-failed" })
	void explainsWhyTheBrowserCameBackWithoutACode(String error, String description, String code) {
		Map<String, String> asked = Request.pairs(leave().getRawQuery());
		assertThat(this.signIns.returned(this.organization, PERSON, SESSION,
				new BrowserAnswer(asked.get("state"), null, error, description)))
			.contains("oauth");
		assertThat(failed().code()).isEqualTo("microsoft365." + code);
		assertThat(failed().evidence()).contains(description);
		assertThat(cloud.asked(LoopbackSignIn.TOKEN)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "invalid_grant, 54005, return-used", "invalid_grant, 70008, return-late",
			"invalid_client, 7000218, client-not-public", "invalid_request, 9002327, redirect-kind",
			"invalid_grant, 501481, id-token", "interaction_required, 50079, second-factor" })
	void explainsWhyTheCodeGaveNoToken(String error, int number, String code) {
		Map<String, String> asked = Request.pairs(leave().getRawQuery());
		this.service.token = () -> LoopbackSignIn.refused(error, number);
		back(asked, "c", "");
		assertThat(failed().code()).isEqualTo("microsoft365." + code);
	}

	@Test
	void forgetsTheBrowserWithTheSignOut() {
		Map<String, String> asked = Request.pairs(leave().getRawQuery());
		assertThat(this.secrets.rows.keySet()).anyMatch((key) -> key.endsWith("/msal.browser:person:7"));
		this.signIns.signOut(this.organization, PERSON);
		assertThat(this.secrets.rows).isEmpty();
		assertThat(back(asked, "c", "")).isEmpty();
	}

	@Test
	void signsInWithTheOrganizationsOwnApplication() {
		register(ANOTHER);
		Map<String, String> asked = Request.pairs(leave().getRawQuery());
		assertThat(asked).containsEntry("client_id", ANOTHER);
		this.service.token = () -> granted(asked.get("nonce") + "\",\"aud\":\"" + ANOTHER);
		assertThat(back(asked, "c", "")).isPresent();
		assertThat(Request.pairs(cloud.asked(LoopbackSignIn.TOKEN).getLast().body())).containsEntry("client_id",
				ANOTHER);
		assertThat(this.tokens.find(this.organization, PERSON)).isPresent();
	}

	@Test
	void keepsNoTokenOfAnApplicationThatWasChangedMeanwhile() {
		Map<String, String> asked = Request.pairs(leave().getRawQuery());
		this.service.token = () -> {
			register(ANOTHER);
			return granted(asked.get("nonce"));
		};
		back(asked, "c", "");
		assertThat(failed().code()).isEqualTo("microsoft365.organization-changed");
		assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();
	}

	/** Also where the console's default was changed, of which nobody tells. */
	@Test
	void asksNobodyWithTheTokenOfAnotherApplication() {
		Map<String, String> asked = Request.pairs(leave().getRawQuery());
		this.service.token = () -> granted(asked.get("nonce"));
		back(asked, "c", "");
		assertThat(this.tokens.find(this.organization, PERSON)).isPresent();
		register(ANOTHER);
		assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();
		assertThat(this.signIns.current(this.organization, PERSON)).isEmpty();
		assertThat(this.secrets.rows).isEmpty();
	}

	private void register(String application) {
		this.jdbc.sql("insert into app_registration (organization_id, client_id) values (?, ?)")
			.param(this.organization.value())
			.param(application)
			.update();
	}

	private URI leave() {
		return this.signIns.leave(this.organization, PERSON, VISIT).orElseThrow();
	}

	private Optional<String> back(Map<String, String> asked, String code, String error) {
		return this.signIns.returned(this.organization, PERSON, SESSION,
				new BrowserAnswer(asked.get("state"), code, error, null));
	}

	private Attempt.Failed failed() {
		return (Attempt.Failed) this.signIns.current(this.organization, PERSON).orElseThrow();
	}

	private static LoopbackCloud.Reply granted(String nonce) {
		return LoopbackSignIn.granted(LoopbackTenant.ID, 3600, ",\"nonce\":\"" + nonce + "\"");
	}

	private List<AuditEntry> entries(int least) {
		ArgumentCaptor<AuditEntry> entries = ArgumentCaptor.forClass(AuditEntry.class);
		verify(this.audit, atLeast(least)).append(entries.capture());
		return entries.getAllValues();
	}

	/** The world of these tests. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Loopback {

		@Bean
		CloudSource loopbackCloud() {
			return (environment, known) -> Optional.of(cloud.cloud());
		}

		@Bean
		Microsoft365Settings microsoft365Settings() {
			return TestSettings.quick();
		}

		@Bean
		MemorySecrets memorySecrets() {
			return new MemorySecrets();
		}

	}

}
