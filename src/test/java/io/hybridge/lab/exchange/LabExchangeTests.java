package io.hybridge.lab.exchange;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.cmdlet.ServerCmdlets;
import io.hybridge.lab.exchange.push.PushOutcome;
import io.hybridge.lab.exchange.state.ExchangeScenario;
import io.hybridge.lab.exchange.state.ExchangeView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LabExchangeTests {

	private static final String PROXY_PATH = "CN=OnPrem-Proxy,CN=Push Notifications Settings,CN=First Organization,"
			+ "CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=fabrikam,DC=com";

	private static final LabExchangeFixture START = new LabExchangeFixture(new SettableClock("2026-11-24T13:00:00Z"),
			ExchangeScenario.STANDARD, Locale.US);

	private final SettableClock clock = new SettableClock("2026-11-24T13:00:00Z");

	private final LabExchangeFixture world = new LabExchangeFixture(this.clock, START);

	@Test
	void startsAsTheScenarioSays() {
		ExchangeView view = this.world.exchange.view();
		assertThat(view.servers()).extracting((server) -> server.name() + " " + server.roles() + " " + server.build())
			.containsExactly("EX1 Mailbox, ClientAccess 15.0.1497.2", "EX2 Mailbox 15.0.712.24",
					"CAS1 ClientAccess 15.0.1497.2");
		assertThat(view.authServers()).extracting(ExchangeView.AuthServerView::name).containsExactly("EvoSTS");
		assertThat(view.pushProxy().enabled()).isFalse();
		assertThat(view.pushProxy().createdAt()).isEqualTo("2026-11-11T13:00:00Z");
		assertThat(view.certificates()).extracting(ExchangeView.CertificateView::services)
			.containsExactly("SMTP", "IIS, SMTP");
	}

	@Test
	void makesTheAuthCertificateAsSetupDoes() throws Exception {
		Certificate certificate = this.world.exchange.currentAuthCertificate();
		X509Certificate x509 = (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(certificate.der()));
		assertThat(certificate.subject()).isEqualTo("CN=Microsoft Exchange Server Auth Certificate")
			.isEqualTo(certificate.issuer());
		assertThat(certificate.rsaKeySize()).isEqualTo(2048);
		assertThat(x509.getSigAlgName()).isEqualTo("SHA256withRSA");
		assertThat(certificate.notBefore().atOffset(ZoneOffset.UTC).plusYears(5).toInstant())
			.isEqualTo(certificate.notAfter());
		assertThat(x509.getSubjectAlternativeNames()).isNull();
		assertThat(certificate.subjectKeyIdentifier()).isEmpty();
		assertThat(x509.getCriticalExtensionOIDs()).isEqualTo(Set.of("2.5.29.15", "2.5.29.19"));
		x509.verify(x509.getPublicKey());
	}

	@ParameterizedTest
	@EnumSource(ExchangeScenario.class)
	void offersWhatTheVariantPromises(ExchangeScenario scenario) {
		this.world.exchange.reset(scenario);
		ExchangeView view = this.world.exchange.view();
		boolean currentIsGood = view.currentAuthCertificate().validAt(this.clock.instant());
		long fit = view.certificates()
			.stream()
			.filter((one) -> one.friendlyName().contains("OAuth"))
			.filter((one) -> one.certificate().validAt(this.clock.instant()))
			.count();
		assertThat(currentIsGood).isNotEqualTo(Set
			.of("AUTH_CERTIFICATE_EXPIRED", "NO_FIT_CERTIFICATE", "TWO_FIT_CERTIFICATES", "EXPIRED_WITH_NEXT_STAGED")
			.contains(scenario.name()));
		assertThat(fit).isEqualTo(switch (scenario) {
			case AUTH_CERTIFICATE_EXPIRED, EXPIRED_WITH_NEXT_STAGED -> 1;
			case TWO_FIT_CERTIFICATES -> 2;
			default -> 0;
		});
		assertThat(view.authServers()).hasSize(scenario.name().startsWith("AUTH_SERVER_") ? 2 : 1);
	}

	@Test
	void isNothingButItsLedger() {
		this.world.run(LabExchangeFixture.EX1, "New-ExchangeCertificate", "FriendlyName", "Exchange S2S OAuth",
				"DomainName", "fabrikam.com", "Services", "Federation", "PrivateKeyExportable", true);
		String thumbprint = this.world.ledger.last().values().get("thumbprint");
		this.world.run(LabExchangeFixture.EX1, "Set-AuthConfig", "Force", true, "CertificateThumbprint", thumbprint);
		this.world.run(LabExchangeFixture.EX1, "New-AuthServer", "Name", "MicrosoftSts", "AuthMetadataUrl",
				LabExchangeFixture.URL);
		this.world.run(LabExchangeFixture.EX1, "Enable-PushNotificationProxy", "Organization", "Fabrikam.com");
		this.world.run(LabExchangeFixture.EX2, "Restart-Service", "Name", "MSExchangeHM");
		this.world.exchange.installCumulativeUpdate23("EX2");
		LabExchange again = new LabExchange(this.world.ledger, this.world.tenant, this.clock, LabExchangeFixture.WAIT,
				this.world.traits::contains);
		assertThat(again.state()).isEqualTo(this.world.exchange.state());
		assertThat(again.currentAuthCertificate().thumbprint().value()).isEqualTo(thumbprint);
		assertThat(again.view().pushProxy().organization()).isEqualTo("fabrikam.com");
	}

	@Test
	void writesOneEffectForAChangeAndNoneForNoChange() {
		enable();
		enable();
		this.world.run(LabExchangeFixture.EX1, "Enable-PushNotificationProxy", "WhatIf", true);
		this.world.run(LabExchangeFixture.EX1, "Set-AuthConfig", "Force", true, "CertificateThumbprint",
				this.world.exchange.currentAuthCertificate().thumbprint().value());
		this.world.exchange.installCumulativeUpdate23("EX1");
		assertThat(this.world.ledger.kinds()).containsExactly("ScenarioStarted", "PushProxyEnabled");
	}

	@Test
	void carriesTheCertificateThatSignsToEveryServer() {
		this.world.run(LabExchangeFixture.EX1, "New-ExchangeCertificate", "FriendlyName", "New", "DomainName",
				"fabrikam.com", "Services", "Federation", "PrivateKeyExportable", true);
		String thumbprint = this.world.ledger.last().values().get("thumbprint");
		assertThat(store(LabExchangeFixture.EX2)).doesNotContain(thumbprint);
		this.world.run(LabExchangeFixture.EX1, "Set-AuthConfig", "Force", true, "CertificateThumbprint", thumbprint);
		assertThat(store(LabExchangeFixture.EX2)).contains(thumbprint);
		assertThat(store(LabExchangeFixture.CAS1)).contains(thumbprint);
	}

	@Test
	void handsOutCertificatesAsASessionWithoutExchangesTypesDoes() {
		CmdletObject current = this.world.run(LabExchangeFixture.EX1, "Get-ExchangeCertificate").getFirst();
		assertThat(current.text("HasPrivateKey")).isEqualTo("False");
		assertThat(current.text("FriendlyName")).isEmpty();
		assertThat(current.properties()).doesNotContainKeys("Services", "Status", "CertificateDomains");
		assertThat(this.world.run(LabExchangeFixture.EX1, "Get-CertificateStore").getFirst().text("HasPrivateKey"))
			.isEqualTo("True");
		this.world.traits.add(Trait.CERTIFICATE_SERVICES_AS_NUMBER);
		assertThat(this.world.run(LabExchangeFixture.EX1, "Get-ExchangeCertificate"))
			.extracting((certificate) -> certificate.value("Services"))
			.containsExactly(16, 24);
		this.world.traits.add(Trait.CERTIFICATES_AS_BYTES);
		assertThat(this.world.run(LabExchangeFixture.EX1, "Get-ExchangeCertificate").getFirst().properties())
			.containsOnlyKeys("RunspaceId", "RawData", "PSComputerName", "PSShowComputerName");
	}

	@Test
	void asksBeforeItChangesTheSignerWhateverConfirmSays() {
		String current = this.world.exchange.currentAuthCertificate().thumbprint().value();
		assertThatExceptionOfType(CmdletFailure.class)
			.isThrownBy(() -> this.world.run(LabExchangeFixture.EX1, "Set-AuthConfig", "CertificateThumbprint", current,
					"Confirm", false))
			.withMessageContaining("user interaction");
	}

	@Test
	void showsTheAuthCertificateWhenItHandsOnMail() {
		String current = this.world.exchange.currentAuthCertificate().thumbprint().value();
		assertThat(transportCertificate()).isNotEmpty().isNotEqualTo(current);
		this.world.exchange.reset(ExchangeScenario.TRANSPORT_USES_AUTH_CERTIFICATE);
		assertThat(transportCertificate()).isEqualTo(this.world.exchange.currentAuthCertificate().thumbprint().value());
	}

	private String transportCertificate() {
		return this.world.run(LabExchangeFixture.EX1, "Get-TransportService")
			.getFirst()
			.text("InternalTransportCertificateThumbprint");
	}

	@Test
	void makesACertificateWithTheIdentifierThatWasChosen() {
		this.world.traits.add(Trait.CERTIFICATES_IN_FULL);
		CmdletObject made = this.world
			.run(LabExchangeFixture.EX1, "New-ExchangeCertificate", "FriendlyName", "Exchange S2S OAuth", "DomainName",
					"fabrikam.com", "Services", "Federation", "KeySize", 2048, "PrivateKeyExportable", true,
					"SubjectKeyIdentifier", "00112233445566778899AABBCCDDEEFF")
			.getFirst();
		Certificate certificate = Certificate.of((byte[]) made.value("RawData"));
		assertThat(certificate.subjectKeyIdentifier()).contains("00112233445566778899aabbccddeeff");
		assertThat(made.text("Services")).isEqualTo("Federation");
		assertThat(made.value("CertificateDomains")).isEqualTo(List.of("fabrikam.com"));
	}

	@Test
	void leavesTheWebCertificateAsItWasWhenItMakesANewOne() {
		this.world.traits.add(Trait.CERTIFICATES_IN_FULL);
		this.world.exchange.reset(ExchangeScenario.NO_FIT_CERTIFICATE);
		Map<String, Object> before = webCertificate();
		assertThat(before.get("Services")).isEqualTo("IIS, SMTP");
		CmdletObject made = this.world
			.run(LabExchangeFixture.EX1, "New-ExchangeCertificate", "FriendlyName", "Exchange S2S OAuth", "DomainName",
					"fabrikam.com", "Services", "Federation", "Confirm", false)
			.getFirst();
		this.world.run(LabExchangeFixture.EX1, "Set-AuthConfig", "Force", true, "CertificateThumbprint",
				made.text("Thumbprint"));
		assertThat(made.text("Services")).isEqualTo("Federation");
		assertThat(webCertificate()).isEqualTo(before);
		// Without the named service the cmdlet would take SMTP.
		assertThat(this.world
			.run(LabExchangeFixture.EX1, "New-ExchangeCertificate", "FriendlyName", "Other", "Confirm", false)
			.getFirst()
			.text("Services")).isEqualTo("SMTP");
	}

	private Map<String, Object> webCertificate() {
		CmdletObject web = this.world.run(LabExchangeFixture.EX1, "Get-ExchangeCertificate")
			.stream()
			.filter((certificate) -> certificate.text("Services").contains("IIS"))
			.findFirst()
			.orElseThrow();
		Map<String, Object> shown = new LinkedHashMap<>(web.properties());
		shown.remove("RunspaceId");
		shown.put("RawData", Base64.getEncoder().encodeToString((byte[]) web.value("RawData")));
		return shown;
	}

	@Test
	void failsAsExchangeDoes() {
		assertThatExceptionOfType(CmdletFailure.class)
			.isThrownBy(() -> this.world.run(LabExchangeFixture.EX1, "Get-AuthServer", "Identity", "MicrosoftSts"))
			.satisfies((failure) -> {
				assertThat(failure.error().reason()).isEqualTo("ManagementObjectNotFoundException");
				assertThat(failure.error().id())
					.endsWith(",Microsoft.Exchange.Management.SystemConfigurationTasks.GetAuthServer");
				assertThat(failure.error().target()).isEqualTo("MicrosoftSts");
			});
		assertThatExceptionOfType(CmdletFailure.class)
			.isThrownBy(() -> this.world.run(LabExchangeFixture.EX1, "Set-AuthConfig", "Force", true,
					"CertificateThumbprint", "0".repeat(40)))
			.withMessageContaining("A special Rpc error occurs on server EX1");
		assertThatExceptionOfType(CmdletFailure.class)
			.isThrownBy(() -> this.world.run(LabExchangeFixture.EX1, "New-AuthServer", "Name", "MicrosoftSts",
					"AuthMetadataUrl", LabExchangeFixture.URL.replace("fabrikam.com", "fabrikam.example")))
			.satisfies((failure) -> assertThat(failure.error().reason()).isEqualTo("AuthMetadataClientException"));
		assertThatExceptionOfType(CmdletFailure.class)
			.isThrownBy(() -> this.world.run(LabExchangeFixture.EX2, "Enable-PushNotificationProxy", "WhatIf", true))
			.satisfies((failure) -> assertThat(failure.error().id()).isEqualTo("CommandNotFoundException"));
		assertThat(this.world.ledger.kinds()).containsExactly("ScenarioStarted");
	}

	@ParameterizedTest
	@CsvSource({ "ex1.fabrikam.com, dc1", "ex2.fabrikam.com, dc2" })
	void namesTheDomainControllerThatDoesNotHaveAnObject(String server, String controller) {
		assertThatExceptionOfType(CmdletFailure.class)
			.isThrownBy(() -> this.world.run(server, "Get-AuthServer", "Identity", "Nobody"))
			.withMessageContaining("couldn't be found on '" + controller + ".fabrikam.com'");
	}

	@Test
	void datesAnEntryOnTheOtherControllerWhenItArrivesThereWhoeverLooks() {
		enable();
		Object there = changedOnDc2();
		this.world.traits.add(Trait.CHANGES_SHOW_LATE);
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(changedOnDc2()).isEqualTo(there);
	}

	private Object changedOnDc2() {
		String path = "LDAP://dc2.fabrikam.com/" + PROXY_PATH;
		return this.world.run(LabExchangeFixture.EX2, "Get-DirectoryEntry", "Path", path)
			.getFirst()
			.value("whenChanged");
	}

	@Test
	void showsThePushProxyInTheOrderOfTheArticle() {
		CmdletObject proxy = enable();
		assertThat(proxy.properties().keySet()).startsWith("RunspaceId", "DisplayName", "Enabled", "Organization",
				"Uri", "Identity", "IsValid", "ExchangeVersion", "Name", "DistinguishedName", "Guid", "ObjectCategory",
				"ObjectClass", "WhenChanged", "WhenCreated", "WhenChangedUTC", "WhenCreatedUTC", "OrganizationId",
				"OriginatingServer", "ObjectState");
		assertThat(proxy.text("Organization")).isEqualTo("fabrikam.com");
	}

	@Test
	void deliversAProbeOverTheWholeChain() {
		prepare();
		CmdletObject result = probe();
		assertThat(result.text("Error")).isEmpty();
		assertThat(result.text("ResultType")).isEqualTo("Succeeded");
		assertThat(this.world.tenant.pushes).containsExactly("{\"kind\":\"probe\",\"server\":\"ex1.fabrikam.com\"}");
		assertThat(this.world.tenant.assertions.getFirst().path("aud").asString())
			.isEqualTo("00000001-0000-0000-c000-000000000000/accounts.accesscontrol.windows.net@" + FakeTenant.ID);
		assertThat(this.world.ledger.kinds()).filteredOn("AssertionSigned"::equals).hasSize(1);
	}

	@Test
	void deliversAMessageWithoutTheHealthManager() {
		this.world.trustCurrentCertificate();
		this.world.run(LabExchangeFixture.EX1, "New-AuthServer", "Name", "MicrosoftSts", "AuthMetadataUrl",
				LabExchangeFixture.URL);
		enable();
		assertThat(this.world.exchange.sendMessage("User@fabrikam.com"))
			.isEqualTo(PushOutcome.delivered(LabExchangeFixture.EX1));
		assertThat(this.world.tenant.pushes)
			.containsExactly("{\"kind\":\"message\",\"mailbox\":\"user@fabrikam.com\"}");
	}

	@Test
	void failsWithoutTheKeyInTheTenant() {
		prepare();
		this.world.tenant.keys.clear();
		assertThat(probe().text("Error")).contains("AADSTS700027").contains("The key was not found");
		assertThat(this.world.tenant.pushes).isEmpty();
	}

	@Test
	void failsWithAnExpiredCertificate() {
		this.world.exchange.reset(ExchangeScenario.NO_FIT_CERTIFICATE);
		prepare();
		assertThat(probe().text("Error")).contains("AADSTS700027").contains("expired");
	}

	@Test
	void failsAgainstAnotherTenant() {
		this.world.exchange.reset(ExchangeScenario.AUTH_SERVER_OTHER_ADDRESS);
		this.world.trustCurrentCertificate();
		enable();
		assertThat(this.world.exchange.sendMessage("user@fabrikam.com").error()).contains("AADSTS90002");
	}

	@Test
	void failsWithoutAuthServer() {
		enable();
		assertThat(this.world.exchange.sendMessage("user@fabrikam.com").error()).contains("trusted_issuer");
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTH_SERVER_BY_WIZARD", "AUTH_SERVER_BY_DOCUMENT", "AUTH_SERVER_BY_TENANT_ID" })
	void usesTheAuthServerOfTheTenantWhateverItIsCalled(ExchangeScenario scenario) {
		this.world.exchange.reset(scenario);
		this.world.trustCurrentCertificate();
		enable();
		assertThat(this.world.exchange.sendMessage("user@fabrikam.com").error()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTH_SERVER_BY_WIZARD", "AUTH_SERVER_BY_DOCUMENT" })
	void refusesASecondAuthServerOfOneTenantUnderAnyName(ExchangeScenario scenario) {
		this.world.exchange.reset(scenario);
		assertThatExceptionOfType(CmdletFailure.class)
			.isThrownBy(() -> this.world.run(LabExchangeFixture.EX1, "New-AuthServer", "Name", "MicrosoftSts",
					"AuthMetadataUrl", LabExchangeFixture.URL))
			.withMessageContaining("issuer identifier");
		assertThat(this.world.exchange.view().authServers()).hasSize(2);
	}

	@Test
	void usesNoAuthServerThatIsDisabled() {
		this.world.exchange.reset(ExchangeScenario.AUTH_SERVER_DISABLED);
		this.world.trustCurrentCertificate();
		enable();
		assertThat(this.world.exchange.sendMessage("user@fabrikam.com").error()).contains("trusted_issuer");
		this.world.run(LabExchangeFixture.EX1, "Set-AuthServer", "Identity", "MicrosoftSts", "Enabled", true);
		assertThat(this.world.exchange.sendMessage("user@fabrikam.com").error()).isEmpty();
		this.world.run(LabExchangeFixture.EX1, "Set-AuthServer", "Identity", "MicrosoftSts", "Enabled", false);
		assertThat(this.world.exchange.sendMessage("user@fabrikam.com").error()).contains("trusted_issuer");
	}

	@Test
	void usesTheTenantsOwnOfTwoAuthServers() {
		this.world.exchange.reset(ExchangeScenario.AUTH_SERVER_OTHER_TENANT);
		this.world.trustCurrentCertificate();
		enable();
		assertThat(this.world.exchange.sendMessage("user@fabrikam.com").error()).contains("AADSTS90002");
		this.world.run(LabExchangeFixture.EX1, "New-AuthServer", "Name", "ACS - fabrikam.com", "AuthMetadataUrl",
				LabExchangeFixture.URL);
		assertThat(this.world.exchange.sendMessage("user@fabrikam.com").error()).isEmpty();
	}

	@Test
	void failsWhileTheProxyIsDisabled() {
		prepare();
		this.world.run(LabExchangeFixture.EX1, "Disable-PushNotificationProxy", "Confirm", false);
		assertThat(probe().text("Exception")).contains("PushNotificationsProxyDisabledException");
	}

	@Test
	void failsWithTheCacheOfTheTimeBeforePush() {
		this.world.trustCurrentCertificate();
		this.world.run(LabExchangeFixture.EX1, "New-AuthServer", "Name", "MicrosoftSts", "AuthMetadataUrl",
				LabExchangeFixture.URL);
		this.world.run(LabExchangeFixture.EX1, "Restart-Service", "Name", "MSExchangeHM");
		this.clock.pass(Duration.ofMinutes(5));
		enable();
		assertThat(probe().text("Error")).contains("restart the service MSExchangeHM");
		this.clock.pass(Duration.ofSeconds(1));
		this.world.run(LabExchangeFixture.EX1, "Restart-Service", "Name", "MSExchangeHM");
		this.clock.pass(LabExchangeFixture.WAIT.minusSeconds(1));
		assertThat(probe().text("Error")).contains("still loading");
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(probe().text("ResultType")).isEqualTo("Succeeded");
	}

	@Test
	void probesTheOtherServerOnlyWithItsUpdate() {
		prepare();
		assertThatExceptionOfType(CmdletFailure.class)
			.isThrownBy(() -> this.world.run(LabExchangeFixture.EX1, "Invoke-MonitoringProbe", "Identity",
					ServerCmdlets.PROBE, "Server", LabExchangeFixture.EX2))
			.withMessageContaining("was not found on server");
		assertThat(this.world.exchange.installCumulativeUpdate23("EX2")).isTrue();
		this.clock.pass(LabExchangeFixture.WAIT);
		assertThat(this.world
			.run(LabExchangeFixture.EX1, "Invoke-MonitoringProbe", "Identity", ServerCmdlets.PROBE, "Server",
					LabExchangeFixture.EX2)
			.getFirst()
			.text("ResultType")).isEqualTo("Succeeded");
		assertThat(this.world.exchange.view().servers().get(1).build()).isEqualTo(new ServerBuild(15, 0, 1497, 2));
	}

	private void prepare() {
		this.world.trustCurrentCertificate();
		this.world.run(LabExchangeFixture.EX1, "New-AuthServer", "Name", "MicrosoftSts", "AuthMetadataUrl",
				LabExchangeFixture.URL);
		enable();
		this.world.run(LabExchangeFixture.EX1, "Restart-Service", "Name", "MSExchangeHM");
		this.clock.pass(LabExchangeFixture.WAIT);
	}

	private CmdletObject enable() {
		return this.world.run(LabExchangeFixture.EX1, "Enable-PushNotificationProxy", "Organization", "Fabrikam.com")
			.getFirst();
	}

	private CmdletObject probe() {
		return this.world
			.run(LabExchangeFixture.EX1, "Invoke-MonitoringProbe", "Identity", ServerCmdlets.PROBE, "Server",
					LabExchangeFixture.EX1)
			.getFirst();
	}

	private List<String> store(String server) {
		return this.world.run(server, "Get-ExchangeCertificate").stream().map((one) -> one.text("Thumbprint")).toList();
	}

}
