package io.hybridge.microsoft365;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditLog;
import io.hybridge.certificate.Certificate;
import io.hybridge.lab.FaultInjection;
import io.hybridge.lab.FileLedger;
import io.hybridge.lab.LabAccounts;
import io.hybridge.lab.LabAuthority;
import io.hybridge.lab.LabContext;
import io.hybridge.lab.LabFolder;
import io.hybridge.lab.Traits;
import io.hybridge.lab.phone.LabPhone;
import io.hybridge.lab.tenant.LabTenant;
import io.hybridge.microsoft365.TenantReading.TenantKey;
import io.hybridge.microsoft365.signin.SignIns;
import io.hybridge.microsoft365.signin.SignIns.Attempt;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.security.session.SessionRows;
import io.hybridge.support.MutableClock;
import io.hybridge.support.OnH2;

import static io.hybridge.support.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The whole cloud half against the lab's tenant, over TLS and with the real MSAL. */
@OnH2
@Import({ Microsoft365Beans.class, LabTenantWalkTests.Lab.class })
class LabTenantWalkTests {

	private static final AuditActor PERSON = AuditActor.person(7, "Erika", null);

	private static LabContext ground;

	private static final String SESSION = "session-of-the-walk";

	private static LabTenant tenant;

	@TempDir
	private Path path;

	@Autowired
	private SignIns signIns;

	@Autowired
	private Microsoft365Connections connections;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MutableClock clock;

	@MockitoBean
	private AuditLog audit;

	@MockitoBean
	private OrganizationHistory history;

	private FileLedger ledger;

	private LabAccounts accounts;

	private OrganizationId organization;

	@BeforeEach
	void open() throws Exception {
		LabFolder folder = LabFolder.at(this.path);
		this.ledger = FileLedger.in(folder, Clock.systemUTC());
		ground = new LabContext(folder, this.ledger, FaultInjection.in(folder), Traits.in(folder),
				LabAuthority.in(folder, Clock.systemUTC()), Clock.systemUTC());
		this.accounts = LabAccounts.in(folder);
		tenant = LabTenant.open(ground, this.accounts, new LabPhone(this.ledger), 0, 0);
		this.organization = RegisteredOrganizations.addFabrikam(this.jdbc);
		SessionRows.begin(this.jdbc, SESSION);
		this.clock.set(Instant.now());
	}

	@AfterEach
	void close() {
		this.signIns.signOut(this.organization, PERSON);
		tenant.close();
		this.ledger.close();
	}

	@Test
	void walksFromDiscoveryToAKeyAndBack() throws Exception {
		Microsoft365 microsoft365 = this.connections.of(this.organization, PERSON);
		assertThat(microsoft365.discover()).isInstanceOf(TenantDiscovery.Found.class);
		assertThat(microsoft365.inspect()).isInstanceOf(TenantReading.SignInNeeded.class);

		signIn(this.accounts.administrator());
		TenantReading.Seen before = (TenantReading.Seen) microsoft365.inspect();
		assertThat(before.mayWriteKeys()).isTrue();
		assertThat(before.signedInAs()).isEqualTo(this.accounts.administrator().name());
		List<TenantKey> foreign = before.principal().orElseThrow().keys();
		assertThat(foreign).hasSize(2);

		Certificate ours = TestCertificates.make("Microsoft Exchange Server Auth Certificate").certificate();
		assertThat(microsoft365.addKey(ours, Optional.empty()).status()).isEqualTo(204);
		assertThat(microsoft365.addKey(ours, Optional.empty()).status()).isZero();
		List<TenantKey> with = ((TenantReading.Seen) microsoft365.inspect()).principal().orElseThrow().keys();
		assertThat(with).hasSize(3).containsAll(foreign);

		assertThat(microsoft365.removeKey(ours.sha256()).status()).isEqualTo(204);
		assertThat(microsoft365.removeKey(ours.sha256()).status()).isZero();
		assertThat(((TenantReading.Seen) microsoft365.inspect()).principal().orElseThrow().keys()).isEqualTo(foreign);
	}

	@Test
	void triesNothingWithoutAPersonUnlessTheOperatorAllowsIt() {
		this.jdbc.sql("insert into app_registration (organization_id, client_id) values (?, ?)")
			.param(this.organization.value())
			.param(LabTenant.clientId())
			.update();
		assertThat(this.connections.of(this.organization).inspect()).isInstanceOf(TenantReading.SignInNeeded.class);
		this.jdbc.sql("delete from app_registration").update();
	}

	@Test
	void explainsToAnUnprivilegedUserWhatIsMissing() throws Exception {
		signIn(this.accounts.user());
		Microsoft365 microsoft365 = this.connections.of(this.organization, PERSON);
		assertThat(((TenantReading.Seen) microsoft365.inspect()).mayWriteKeys()).isFalse();
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class,
				() -> microsoft365.addKey(TestCertificates.make("Ours").certificate(), Optional.empty()));
		assertThat(failure.code()).isEqualTo("microsoft365.permission");
		assertThat(failure.effect()).isEqualTo(RemoteFailure.Effect.NONE);
	}

	private void signIn(LabAccounts.Account account) throws Exception {
		Attempt.Waiting waiting = (Attempt.Waiting) this.signIns.start(this.organization, PERSON, SESSION);
		try (HttpClient browser = HttpClient.newHttpClient()) {
			browser.send(HttpRequest.newBuilder(URI.create(waiting.verificationUri()))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString("code=" + encoded(waiting.userCode()) + "&person="
						+ encoded(account.name()) + "&password=" + encoded(account.password())))
				.build(), HttpResponse.BodyHandlers.discarding());
		}
		await().until(() -> this.signIns.current(this.organization, PERSON).orElseThrow(),
				Attempt.SignedInAs.class::isInstance);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** The lab as a cloud. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Lab {

		@Bean
		CloudSource lab() {
			return (environment, known) -> Optional.of(new Cloud(known, tenant.address(), tenant.address(),
					LabTenant.clientId(), false, ground.authority().pem()));
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
