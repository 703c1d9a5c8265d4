package io.hybridge.microsoft365.unattended;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.apache.commons.codec.digest.DigestUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import io.hybridge.audit.AuditLog;
import io.hybridge.lab.FaultInjection;
import io.hybridge.lab.FileLedger;
import io.hybridge.lab.LabAccounts;
import io.hybridge.lab.LabAuthority;
import io.hybridge.lab.LabContext;
import io.hybridge.lab.LabFolder;
import io.hybridge.lab.Trait;
import io.hybridge.lab.Traits;
import io.hybridge.lab.phone.LabPhone;
import io.hybridge.lab.tenant.LabTenant;
import io.hybridge.lab.tenant.http.Request;
import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.CloudSource;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.LoopbackCloud;
import io.hybridge.microsoft365.LoopbackSignIn;
import io.hybridge.microsoft365.LoopbackTenant;
import io.hybridge.microsoft365.MemorySecrets;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.microsoft365.Microsoft365Beans;
import io.hybridge.microsoft365.Microsoft365Connections;
import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TestCertificates;
import io.hybridge.microsoft365.TestSettings;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.support.MutableClock;
import io.hybridge.support.OnH2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The lab's tenant read by an application, with the real MSAL and nobody signed in. */
@OnH2
@Import({ Microsoft365Beans.class, UnattendedReadingTests.Lab.class })
class UnattendedReadingTests {

	private static final String PASSWORD = "canary of the key store";

	private static final TestCertificates.Made READER = TestCertificates.make("Reader");

	@TempDir
	private static Path keys;

	private static LabContext ground;

	private static LabTenant tenant;

	private static Cloud cloud;

	@TempDir
	private Path path;

	@Autowired
	private Microsoft365Connections connections;

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

	private FileLedger ledger;

	private OrganizationId organization;

	@DynamicPropertySource
	static void allow(DynamicPropertyRegistry properties) {
		properties.add("hybridge.keys.folder", keys::toString);
		properties.add("hybridge.microsoft365.unattended-reading.allowed", () -> true);
		properties.add("hybridge.microsoft365.unattended-reading.key-store", () -> "reader.p12");
		properties.add("hybridge.microsoft365.unattended-reading.password", () -> PASSWORD);
	}

	@BeforeEach
	void open() throws Exception {
		LabFolder folder = LabFolder.at(this.path);
		this.ledger = FileLedger.in(folder, Clock.systemUTC());
		ground = new LabContext(folder, this.ledger, FaultInjection.in(folder), Traits.in(folder),
				LabAuthority.in(folder, Clock.systemUTC()), Clock.systemUTC());
		tenant = LabTenant.open(ground, LabAccounts.in(folder), new LabPhone(this.ledger), 0, 0);
		cloud = new Cloud(KnownCloud.GLOBAL, tenant.address(), tenant.address(), LabTenant.clientId(), false,
				ground.authority().pem());
		folder.write("application.cer", READER.pem());
		provide(READER, PASSWORD);
		this.organization = RegisteredOrganizations.addFabrikam(this.jdbc);
		enter(LabTenant.clientId());
		this.clock.set(Instant.now());
	}

	@AfterEach
	void close() {
		this.jdbc.sql("delete from app_registration").update();
		tenant.close();
		this.ledger.close();
	}

	@Test
	void readsAndNeverWritesWhileNobodyIsSignedIn() {
		Microsoft365 microsoft365 = this.connections.of(this.organization);
		TenantReading.Seen seen = (TenantReading.Seen) microsoft365.inspect();
		assertThat(seen.application())
			.contains(new TenantReading.Application(LabTenant.clientId(), READER.certificate().thumbprint().value()));
		assertThat(seen.principal().orElseThrow().keys()).hasSize(2);
		assertThat(seen.domains()).hasSize(3);
		assertThat(seen.mayWriteKeys()).isFalse();
		assertThat(seen.evidence()).startsWith("Read by the application " + LabTenant.clientId() + " with certificate "
				+ READER.certificate().thumbprint());
		assertThat(seen.toString() + this.secrets.rows).doesNotContain(PASSWORD, "eyJ");

		RemoteFailure add = catchThrowableOfType(RemoteFailure.class,
				() -> microsoft365.addKey(TestCertificates.make("Ours").certificate(), Optional.empty()));
		assertThat(add.code()).isEqualTo("microsoft365.sign-in-again");
		assertThat(add.effect()).isEqualTo(RemoteFailure.Effect.NONE);
		String foreign = seen.principal().orElseThrow().keys().getFirst().certificate().orElseThrow().sha256();
		assertThat(catchThrowableOfType(RemoteFailure.class, () -> microsoft365.removeKey(foreign)).code())
			.isEqualTo("microsoft365.sign-in-again");
		assertThat(((TenantReading.Seen) microsoft365.inspect()).principal().orElseThrow().keys()).hasSize(2);
	}

	@Test
	void provesItselfToTheTokenEndpointByTheKeyAlone() throws Exception {
		try (LoopbackCloud loopback = new LoopbackCloud()) {
			LoopbackSignIn service = new LoopbackSignIn(loopback);
			service.token = () -> LoopbackCloud.Reply.json(200,
					"{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"a\"}");
			new LoopbackTenant(loopback).answering();
			cloud = loopback.cloud();
			this.connections.of(this.organization).inspect();
			List<LoopbackCloud.Asked> asked = loopback.asked(LoopbackSignIn.TOKEN);
			assertThat(asked).hasSize(1);
			Map<String, String> form = Request.pairs(asked.getFirst().body());
			assertThat(form).containsEntry("grant_type", "client_credentials").doesNotContainKey("client_secret");
			assertThat(form.get("scope")).startsWith("https://graph.microsoft.com/.default");
			SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
			assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) READER.certificate().publicKey()))).isTrue();
			JWTClaimsSet claims = assertion.getJWTClaimsSet();
			assertThat(claims.getIssuer()).isEqualTo(claims.getSubject()).isEqualTo(LabTenant.clientId());
			assertThat(claims.getAudience())
				.containsExactly(loopback.address() + "/" + LoopbackTenant.ID + "/oauth2/v2.0/token");
			assertThat(claims.getExpirationTime()).isBefore(Instant.now().plusSeconds(660));
			assertThat(assertion.getHeader().getX509CertSHA256Thumbprint().decode())
				.isEqualTo(DigestUtils.sha256(READER.der()));
			assertThat(assertion.getHeader().getX509CertChain()).isNull();
			assertThat(loopback.asked()).noneMatch((line) -> line.contains("/me") || line.startsWith("PATCH"));
		}
	}

	@Test
	void readsNothingForAnOrganizationWithoutAnApplicationOfItsOwn() {
		this.jdbc.sql("update organization set environment = 'LIVE' where id = ?")
			.param(this.organization.value())
			.update();
		assertThat(this.connections.of(this.organization).inspect()).isInstanceOf(TenantReading.Seen.class);
		this.jdbc.sql("delete from app_registration").update();
		assertThat(this.connections.of(this.organization).inspect()).isInstanceOf(TenantReading.SignInNeeded.class);
	}

	@ParameterizedTest
	@CsvSource({ "APPLICATION_CERTIFICATE_UNKNOWN, application-key-unknown",
			"CONSENT_MISSING, application-permission" })
	void saysWhatIsMissingAtMicrosoft(Trait trait, String code) {
		ground.traits().turn(trait, true);
		assertThat(refusal()).isEqualTo("microsoft365." + code);
	}

	@Test
	void saysThatTheApplicationIsNotThere() {
		this.jdbc.sql("delete from app_registration").update();
		enter("11111111-2222-4333-8444-555555555555");
		assertThat(refusal()).isEqualTo("microsoft365.client-unknown");
	}

	@Test
	void saysThatTheKeyStoreCannotBeUsedAndAsksNobody() throws Exception {
		provide(READER, "another password");
		assertThat(refusal()).isEqualTo("microsoft365.application-key-store");
		provide(READER, PASSWORD);
		Files.setPosixFilePermissions(keys.resolve("reader.p12"), PosixFilePermissions.fromString("rw-r--r--"));
		assertThat(refusal()).isEqualTo("microsoft365.application-key-store");
		Files.delete(keys.resolve("reader.p12"));
		assertThat(refusal()).isEqualTo("microsoft365.application-key-store");
	}

	@Test
	void takesAKeyThatWasReplacedAtOnce() throws Exception {
		assertThat(this.connections.of(this.organization).inspect()).isInstanceOf(TenantReading.Seen.class);
		provide(TestCertificates.make("Another"), PASSWORD);
		assertThat(refusal()).isEqualTo("microsoft365.application-key-unknown");
	}

	private String refusal() {
		return catchThrowableOfType(RemoteFailure.class, () -> this.connections.of(this.organization).inspect()).code();
	}

	private void enter(String clientId) {
		this.jdbc.sql("insert into app_registration (organization_id, client_id) values (?, ?)")
			.param(this.organization.value())
			.param(clientId)
			.update();
	}

	private static void provide(TestCertificates.Made made, String password) throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(made.holder());
		store.setKeyEntry("reader", made.keys().getPrivate(), password.toCharArray(),
				new X509Certificate[] { certificate });
		Path file = keys.resolve("reader.p12");
		try (OutputStream out = Files.newOutputStream(file)) {
			store.store(out, password.toCharArray());
		}
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
	}

	/** The lab as a cloud. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Lab {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		CloudSource lab() {
			return (environment, known) -> Optional.of(cloud);
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
