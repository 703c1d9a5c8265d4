package io.hybridge.microsoft365.signin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.microsoft365.CloudSource;
import io.hybridge.microsoft365.LoopbackCloud;
import io.hybridge.microsoft365.LoopbackCloud.Reply;
import io.hybridge.microsoft365.LoopbackSignIn;
import io.hybridge.microsoft365.LoopbackTenant;
import io.hybridge.microsoft365.MemorySecrets;
import io.hybridge.microsoft365.Microsoft365Beans;
import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.microsoft365.TenantIdentity;
import io.hybridge.microsoft365.TestSettings;
import io.hybridge.microsoft365.http.AccessToken;
import io.hybridge.microsoft365.signin.SignIns.Attempt;
import io.hybridge.organization.Environment;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.security.session.SessionRows;
import io.hybridge.support.MutableClock;
import io.hybridge.support.OnH2;

import static io.hybridge.support.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

@OnH2
@Import({ Microsoft365Beans.class, DeviceCodeSignInsTests.Loopback.class })
@ExtendWith(OutputCaptureExtension.class)
class DeviceCodeSignInsTests {

	private static final AuditActor PERSON = AuditActor.person(7, "Erika", null);

	private static final AuditActor PETRA = AuditActor.person(8, "Petra", null);

	private static final String SESSION = "session-of-erika";

	private static final String SECRET = "/msal.token-cache:person:7";

	private static LoopbackCloud cloud;

	@Autowired
	private NewestSignIns signIns;

	@Autowired
	private MsalTokens tokens;

	@Autowired
	private StoredSignIns stored;

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
		cloud = new LoopbackCloud();
		this.service = new LoopbackSignIn(cloud);
		this.organization = RegisteredOrganizations.addFabrikam(this.jdbc);
		SessionRows.begin(this.jdbc, SESSION);
	}

	@AfterEach
	void stop() {
		this.signIns.endAll(this.organization, PERSON);
		cloud.close();
	}

	@Test
	void keepsTheTokenOfWhoEnteredTheCode(CapturedOutput output) {
		Attempt.Waiting waiting = (Attempt.Waiting) this.signIns.start(this.organization, PERSON, SESSION);
		assertThat(waiting.userCode()).isEqualTo("CODE1");
		assertThat(waiting.expiresAt()).isEqualTo(MutableClock.START.plusSeconds(900));
		assertThat(this.signIns.current(this.organization, PERSON)).contains(waiting);
		assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();

		this.service.token = () -> LoopbackSignIn.granted(LoopbackTenant.ID, 3600);
		assertThat(outcome()).isEqualTo(new Attempt.SignedInAs("admin@fabrikam.com", "o", LoopbackTenant.ID, null,
				MutableClock.START, MutableClock.START.plus(Duration.ofHours(8)), false, List.of()));
		AccessToken token = this.tokens.find(this.organization, PERSON).orElseThrow();
		assertThat(token.value()).isEqualTo(LoopbackSignIn.ACCESS_TOKEN);
		assertThat(this.secrets.rows.get("organization:" + this.organization + SECRET))
			.contains(LoopbackSignIn.REFRESH_TOKEN);

		List<AuditEntry> entries = entries(2);
		assertThat(entries).extracting(AuditEntry::outcome).containsExactly(AuditOutcome.ATTEMPTED, AuditOutcome.DONE);
		assertThat(entries).allSatisfy((entry) -> {
			assertThat(entry.actor()).isEqualTo(PERSON);
			assertThat(entry.organizationId()).isEqualTo(this.organization.value());
			assertThat(entry.pair()).isEqualTo(entries.getFirst().pair());
		});
		assertThat(entries.getLast().parameters()).containsEntry("user", "admin@fabrikam.com");
		assertThat(entries + output.getAll() + token + this.signIns.current(this.organization, PERSON))
			.doesNotContain("canary");
	}

	@Test
	void asksForItsScopesAndNoSecret() {
		this.signIns.start(this.organization, PERSON, SESSION);
		String asked = cloud.asked(LoopbackSignIn.DEVICE_CODE).getFirst().body();
		assertThat(asked).contains("Application.ReadWrite.All", "Organization.Read.All", "Domain.Read.All", "User.Read",
				"client_id=7d0c1d2e");
		assertThat(asked).doesNotContain("client_secret");
	}

	@Test
	void signsInWithTheOrganizationsOwnApplicationWhereItHasOne() {
		String own = "11111111-52a8-4f4e-9d2a-5c1b7e6f0a11";
		this.jdbc.sql("insert into app_registration (organization_id, client_id) values (?, ?)")
			.param(this.organization.value())
			.param(own)
			.update();
		this.signIns.start(this.organization, PERSON, SESSION);
		this.jdbc.sql("delete from app_registration").update();
		assertThat(cloud.asked(LoopbackSignIn.DEVICE_CODE).getFirst().body()).contains("client_id=" + own);
	}

	@Test
	void takesNothingToAHostThatAnAnswerNames() {
		try (LoopbackCloud other = new LoopbackCloud()) {
			this.service.token = () -> new Reply(302, Map.of("Location", other.address() + "/elsewhere"), "");
			this.signIns.start(this.organization, PERSON, SESSION);
			assertThat(outcome()).isInstanceOf(Attempt.Failed.class);
			assertThat(other.asked()).isEmpty();
		}
	}

	@Test
	void readsNoMoreOfAnAnswerThanTheLimit() {
		this.service.token = () -> Reply.json(200, "{\"x\":\"" + "x".repeat(70_000) + "\"}");
		this.signIns.start(this.organization, PERSON, SESSION);
		assertThat(((Attempt.Failed) outcome()).evidence()).contains("exceeds capacity");
	}

	@ParameterizedTest
	@CsvSource({ "authorization_declined, 70017, declined, REFUSED", "expired_token, 70020, code-expired, NOT_DONE",
			"unauthorized_client, 700016, client-unknown, REFUSED",
			"invalid_client, 7000218, client-not-public, REFUSED", "invalid_grant, 65001, consent, REFUSED",
			"access_denied, 53003, conditional-access, REFUSED", "invalid_grant, 50020, wrong-tenant, REFUSED",
			"something_new, 1, sign-in-failed, REFUSED" })
	void explainsWhyNobodyWasSignedIn(String error, int number, String code, AuditOutcome audited) {
		this.service.token = () -> LoopbackSignIn.refused(error, number);
		this.signIns.start(this.organization, PERSON, SESSION);
		Attempt.Failed failed = (Attempt.Failed) outcome();
		assertThat(failed.code()).isEqualTo("microsoft365." + code);
		assertThat(failed.evidence()).contains("AADSTS" + number);
		assertThat(entries(2).getLast().outcome()).isEqualTo(audited);
		assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "invalid_grant, 50097, device-unknown", "invalid_grant, 53001, device-not-joined",
			"invalid_grant, 50076, second-factor", "invalid_grant, 50005, platform-not-allowed",
			"invalid_grant, 50196, loop", "interaction_required, 50199, not-confirmed",
			"invalid_grant, 70020, code-expired", "unauthorized_client, 7000112, client-disabled",
			"invalid_resource, 500014, resource-disabled", "invalid_client, 900382, other-cloud",
			"invalid_tenant, 90038, other-cloud", "invalid_client, 900439, other-cloud" })
	void case19SignInRefusedWithAReasonOfItsOwn(String error, int number, String code) {
		assertRefused(error, number, code);
	}

	@ParameterizedTest
	@ValueSource(ints = { 530032, 530036 })
	void case19DeviceCodeBlockedByAPolicyAndNotByThePerson(int number) {
		assertRefused("access_denied", number, "policy");
	}

	@ParameterizedTest
	@CsvSource({ "access_denied, 53003, conditional-access", "access_denied, 53000, conditional-access",
			"invalid_grant, 50158, conditional-access", "invalid_client, 7000218, client-not-public",
			"invalid_grant, 65001, consent", "invalid_grant, 90094, consent",
			"unauthorized_client, 700016, client-unknown" })
	void case19DeviceCodeBlockedAsItWasExplainedBefore(String error, int number, String code) {
		assertRefused(error, number, code);
	}

	@Test
	void case18GccHighTenantIsNamedBeforeAnybodySignsIn() {
		cloud.close();
		cloud = new LoopbackCloud().on("GET /fabrikam.com/v2.0/.well-known/openid-configuration", Reply.json(200, """
				{"issuer":"https://login.microsoftonline.us/%s/v2.0","tenant_region_scope":"USGov",
				"cloud_instance_name":"microsoftonline.us"}""".formatted(LoopbackTenant.ID)));
		assertThat(((Attempt.Failed) this.signIns.start(this.organization, PERSON, SESSION)).code())
			.isEqualTo("microsoft365.other-cloud");
		assertThat(cloud.asked()).hasSize(1);
	}

	@Test
	void case18AnotherErrorThan90002IsNotAnUnknownDomain() {
		cloud.close();
		cloud = new LoopbackCloud().on("GET /fabrikam.com/v2.0/.well-known/openid-configuration",
				LoopbackSignIn.refused("invalid_request", 90013));
		Attempt.Failed failed = (Attempt.Failed) this.signIns.start(this.organization, PERSON, SESSION);
		assertThat(failed.code()).isEqualTo("microsoft365.lookup-refused");
		assertThat(failed.evidence()).contains("90013");
	}

	@Test
	void refusesTheTokenOfAnotherTenant() {
		this.service.token = () -> LoopbackSignIn.granted("99999999-0d6c-4b1c-9d86-5a0d5b0e9c01", 3600);
		this.signIns.start(this.organization, PERSON, SESSION);
		assertThat(((Attempt.Failed) outcome()).code()).isEqualTo("microsoft365.wrong-tenant");
		assertThat(this.secrets.rows).doesNotContainKey("organization:" + this.organization + SECRET);
		assertThat(entries(2).getLast().outcome()).isEqualTo(AuditOutcome.REFUSED);
	}

	@Test
	void endsAWaitingAttemptWhenANewOneStarts() {
		this.signIns.start(this.organization, PERSON, SESSION);
		Attempt.Waiting second = (Attempt.Waiting) this.signIns.start(this.organization, PERSON, SESSION);
		assertThat(second.userCode()).isEqualTo("CODE2");
		assertThat(this.signIns.current(this.organization, PERSON)).contains(second);
		assertThat(entries(3)).extracting(AuditEntry::outcome)
			.containsExactly(AuditOutcome.ATTEMPTED, AuditOutcome.NOT_DONE, AuditOutcome.ATTEMPTED);
	}

	@Test
	void endsByItselfWhenTheCodeExpires() {
		this.signIns.start(this.organization, PERSON, SESSION);
		this.clock.advance(Duration.ofSeconds(900));
		assertThat(((Attempt.Failed) this.signIns.current(this.organization, PERSON).orElseThrow()).code())
			.isEqualTo("microsoft365.code-expired");
	}

	@Test
	void explainsADomainThatNoTenantKnows() {
		cloud.close();
		cloud = new LoopbackCloud().on("GET /fabrikam.com/v2.0/.well-known/openid-configuration",
				LoopbackSignIn.refused("invalid_tenant", 90002));
		assertThat(((Attempt.Failed) this.signIns.start(this.organization, PERSON, SESSION)).code())
			.isEqualTo("microsoft365.unknown-domain");
		assertThat(this.signIns.current(this.organization, PERSON)).isPresent();
	}

	@Test
	void showsNoLinkThatIsNotASafeAddress() {
		this.service.verificationUri = "javascript:alert(1)";
		assertThat(((Attempt.Failed) this.signIns.start(this.organization, PERSON, SESSION)).code())
			.isEqualTo("microsoft365.unreadable");
	}

	@Test
	void keepsNothingWhenItCannotBeRecorded() {
		this.signIns.start(this.organization, PERSON, SESSION);
		when(this.audit.append(any())).thenThrow(new IllegalStateException("the disk is full"));
		this.service.token = () -> LoopbackSignIn.granted(LoopbackTenant.ID, 3600);
		assertThat(((Attempt.Failed) outcome()).code()).isEqualTo("microsoft365.not-kept");
		assertThat(this.stored.find(Holder.of(this.organization, PERSON))).isEmpty();
		assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();
	}

	/**
	 * Somebody else, perhaps of another console, was faster than the person with the
	 * code.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "update organization set archived_at = registered_at where id = ?",
			"update organization set domain = 'other.example' where id = ?", "delete from organization where id = ?" })
	void keepsNoSignInToAnOrganizationThatWasArchivedOrMovedOrRemovedMeanwhile(String meanwhile) {
		this.signIns.start(this.organization, PERSON, SESSION);
		this.jdbc.sql(meanwhile).param(this.organization.value()).update();
		this.service.token = () -> LoopbackSignIn.granted(LoopbackTenant.ID, 3600);
		assertThat(outcome()).isEqualTo(new Attempt.Failed("microsoft365.organization-changed", ""));
		assertThat(this.stored.find(Holder.of(this.organization, PERSON))).isEmpty();
		assertThat(this.secrets.rows).doesNotContainKey("organization:" + this.organization + SECRET);
		assertThat(entries(2).getLast().outcome()).isEqualTo(AuditOutcome.NOT_DONE);
	}

	@Test
	void keepsNoSignInToAnOrganizationThatWasArchivedWhileItWaitedItsTurn() {
		when(this.history.held(this.organization)).then((turn) -> {
			assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isTrue();
			return archived();
		});
		this.signIns.start(this.organization, PERSON, SESSION);
		this.service.token = () -> LoopbackSignIn.granted(LoopbackTenant.ID, 3600);
		assertThat(outcome()).isEqualTo(new Attempt.Failed("microsoft365.organization-changed", ""));
		assertThat(this.stored.find(Holder.of(this.organization, PERSON))).isEmpty();
	}

	private OrganizationHistory.Use archived() {
		this.jdbc.sql("update organization set archived_at = registered_at where id = ?")
			.param(this.organization.value())
			.update();
		return new OrganizationHistory.Use(false, false, false, false, false, 0);
	}

	@Test
	void forgetsTheTokenAtSignOut() {
		signIn(3600);
		this.signIns.signOut(this.organization, PERSON);
		assertThat(this.signIns.current(this.organization, PERSON)).isEmpty();
		assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();
		assertThat(this.secrets.rows).doesNotContainKey("organization:" + this.organization + SECRET);
	}

	@Test
	void forgetsTheTokenAfterEightHours() {
		signIn(3600);
		this.clock.advance(Duration.ofHours(8).minusSeconds(1));
		this.stored.forgetFallen();
		assertThat(this.tokens.find(this.organization, PERSON)).isPresent();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();
		assertThat(this.signIns.current(this.organization, PERSON)).isEmpty();
		this.stored.forgetFallen();
		assertThat(this.secrets.rows).doesNotContainKey("organization:" + this.organization + SECRET);
	}

	@Test
	void refreshesATokenThatIsAboutToEnd() {
		signIn(1);
		this.service.token = () -> new Reply(200, LoopbackSignIn.granted(LoopbackTenant.ID, 3600).headers(),
				LoopbackSignIn.granted(LoopbackTenant.ID, 3600)
					.body()
					.replace(LoopbackSignIn.ACCESS_TOKEN, "refreshed-token"));
		assertThat(this.tokens.find(this.organization, PERSON).map(AccessToken::value)).contains("refreshed-token");
		assertThat(this.secrets.rows.get("organization:" + this.organization + SECRET)).contains("refreshed-token");
		assertThat(cloud.asked(LoopbackSignIn.TOKEN).getLast().body()).contains("grant_type=refresh_token");
	}

	@Test
	void asksForANewSignInWhenTheTokenCannotBeRefreshed() {
		signIn(1);
		this.service.token = () -> LoopbackSignIn.refused("invalid_grant", 50173);
		assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();
		assertThat(this.signIns.current(this.organization, PERSON)).isEmpty();
		assertThat(this.secrets.rows).doesNotContainKey("organization:" + this.organization + SECRET);
	}

	@Test
	void nobodyElsesDeedUsesTheTokenOfWhoSignedIn() {
		signIn(3600);
		assertThat(this.tokens.find(this.organization, PETRA)).isEmpty();
		assertThat(this.tokens.find(this.organization, AuditActor.console())).isEmpty();
		assertThat(this.tokens.identity(this.organization, PETRA)).isEmpty();
		assertThat(this.tokens.identity(this.organization, PERSON))
			.contains(new TenantIdentity("admin@fabrikam.com", "o", LoopbackTenant.ID));
		assertThat(this.signIns.current(this.organization, PETRA)).isEmpty();
		assertThat(this.signIns.others(this.organization, PETRA)).containsExactly("Erika");
		assertThat(this.signIns.others(this.organization, PERSON)).isEmpty();
		this.signIns.signOut(this.organization, PETRA);
		assertThat(this.tokens.find(this.organization, PERSON)).isPresent();
	}

	@Test
	void twoPeopleEachHaveTheirOwnAndBothEndWithWhatTheySignedInFor() {
		signIn(3600);
		SessionRows.begin(this.jdbc, "session-of-petra");
		this.signIns.start(this.organization, PETRA, "session-of-petra");
		await().until(() -> this.tokens.find(this.organization, PETRA), Optional::isPresent);
		assertThat(this.tokens.find(this.organization, PERSON)).isPresent();
		SessionRows.end(this.jdbc, "session-of-petra");
		assertThat(this.tokens.find(this.organization, PETRA)).isEmpty();
		assertThat(this.tokens.find(this.organization, PERSON)).isPresent();
		this.signIns.endAll(this.organization, PETRA);
		assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();
		assertThat(this.secrets.rows).isEmpty();
	}

	@Test
	void theCodeIsShownOnlyToWhoBegan() {
		Attempt waiting = this.signIns.start(this.organization, PERSON, SESSION);
		assertThat(this.signIns.current(this.organization, PERSON)).contains(waiting);
		assertThat(this.signIns.current(this.organization, PETRA)).isEmpty();
	}

	@Test
	void theTokenIsGoneWithTheSession() {
		signIn(3600);
		SessionRows.end(this.jdbc, SESSION);
		assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();
		assertThat(this.signIns.current(this.organization, PERSON)).isEmpty();
		this.stored.forgetFallen();
		assertThat(this.secrets.rows).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "active = false", "role = 'AUDITOR'" })
	void theTokenIsGoneWithTheAccountAndTheRole(String change) {
		this.jdbc.sql("""
				insert into account (id, user_name, display_name, password_hash, role, active, language, zone, theme,
				  created_at)
				values (7, 'erika', 'Erika', '-', 'OPERATOR', true, 'en', 'UTC', 'SYSTEM', current_timestamp)""")
			.update();
		try {
			signIn(3600);
			assertThat(this.tokens.find(this.organization, PERSON)).isPresent();
			this.jdbc.sql("update account set " + change + " where id = 7").update();
			assertThat(this.tokens.find(this.organization, PERSON)).isEmpty();
			this.stored.forgetFallen();
			assertThat(this.secrets.rows).isEmpty();
		}
		finally {
			this.jdbc.sql("delete from account where id = 7").update();
		}
	}

	@Test
	void keepsNoTokenForASessionThatEndedMeanwhile() {
		this.signIns.start(this.organization, PERSON, SESSION);
		SessionRows.end(this.jdbc, SESSION);
		this.service.token = () -> LoopbackSignIn.granted(LoopbackTenant.ID, 3600);
		assertThat(outcome()).isEqualTo(new Attempt.Failed("microsoft365.replaced", ""));
		assertThat(this.secrets.rows).isEmpty();
	}

	private void assertRefused(String error, int number, String code) {
		this.service.token = () -> LoopbackSignIn.refused(error, number);
		this.signIns.start(this.organization, PERSON, SESSION);
		Attempt.Failed failed = (Attempt.Failed) outcome();
		assertThat(failed.code()).isEqualTo("microsoft365." + code);
		assertThat(failed.evidence()).contains("AADSTS" + number);
	}

	private void signIn(long seconds) {
		this.service.token = () -> LoopbackSignIn.granted(LoopbackTenant.ID, seconds);
		this.signIns.start(this.organization, PERSON, SESSION);
		assertThat(outcome()).isInstanceOf(Attempt.SignedInAs.class);
	}

	private Attempt outcome() {
		return await().until(() -> this.signIns.current(this.organization, PERSON).orElseThrow(),
				(attempt) -> !(attempt instanceof Attempt.Waiting));
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
			return (environment, known) -> (environment == Environment.LAB) ? Optional.of(cloud.cloud())
					: Optional.empty();
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
