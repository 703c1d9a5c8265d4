package io.hybridge.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.microsoft365.TenantReading.TenantDomain;
import io.hybridge.organization.DomainName;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.change.SwitchAuthServer;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.TargetState;
import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases 3, 4 and 5 of the field: auth servers as real organizations have them. */
class AuthServerFieldCasesTests {

	private static final String ACS = "https://accounts.accesscontrol.windows.net/";

	private static final String ISSUER = "00000001-0000-0000-c000-000000000000";

	private static final String OTHER_TENANT = "7d9a2f40-3c55-4be1-8a0e-1f6f3a9d2c11";

	private final StepFixture scene = new StepFixture();

	@Test
	void case3B1UsesTheWizardsAuthServer() {
		there("ACS - 1f0c7a52-90b4-4e1d-b6a8-3d5e2c8f4a07", ACS + "metadata/json/1/?realm=fabrikam.com",
				StepFixture.TENANT, true);
		usesWhatIsThere("ACS - 1f0c7a52-90b4-4e1d-b6a8-3d5e2c8f4a07");
	}

	@Test
	void case3B2UsesTheDocumentsAuthServerWithAnotherDomainOfTheTenant() {
		there("WindowsAzureACS", ACS + "metadata/json/1/?realm=fabrikam.onmicrosoft.com", StepFixture.TENANT, true);
		usesWhatIsThere("WindowsAzureACS");
	}

	@Test
	void case3B3UsesAnAuthServerAddressedByTenantId() {
		there("MicrosoftSts", ACS + StepFixture.TENANT + "/metadata/json/1", StepFixture.TENANT, true);
		usesWhatIsThere("MicrosoftSts");
	}

	@Test
	void case4B4EnablesADisabledAuthServer() {
		there("MicrosoftSts", StepFixture.URL, StepFixture.TENANT, false);
		Examination examination = this.scene.oauth();
		assertThat(finding(examination, "AUTH-SERVER-DISABLED").verdict()).isEqualTo(FindingLevel.DIFFERS);
		assertThat(examination.changes()).extracting(Change::key)
			.containsExactly("switch-auth-server", "add-tenant-key");
	}

	@Test
	void case4E3FindsAForeignServiceNameAndRealm() {
		this.scene.serviceName = "8c3f1b6e-7a52-4d09-9e4b-2f5d0c6a1e93";
		this.scene.realm = "fabrikam.local";
		Examination examination = this.scene.oauth();
		assertThat(finding(examination, "AUTH-CONFIG-SERVICE-NAME").verdict()).isEqualTo(FindingLevel.BLOCKS);
		assertThat(finding(examination, "AUTH-CONFIG-REALM").verdict()).isEqualTo(FindingLevel.NOTE);
		assertThat(examination.plannable()).isFalse();
	}

	@Test
	void case5B5LeavesTheOtherTenantsAuthServerAndPlansASecondOne() {
		there("MicrosoftSts", ACS + "metadata/json/1/?realm=contoso.onmicrosoft.com", OTHER_TENANT, true);
		Examination examination = this.scene.oauth();
		Finding other = finding(examination, "AUTH-SERVER-OTHER-TENANT");
		assertThat(other.verdict()).isEqualTo(FindingLevel.NOTE);
		assertThat(other.values()).contains("MicrosoftSts", OTHER_TENANT);
		assertThat(examination.changes()).first()
			.isEqualTo(new SetAuthServer("ACS - fabrikam.com", null, StepFixture.URL));
		assertThat(examination.changes()).noneMatch((change) -> change.object().equals("MicrosoftSts"));
		assertThat(examination.plannable()).isTrue();
	}

	@Test
	void takesARealmThatNobodyKnowsForSomebodyElses() {
		there("MicrosoftSts", ACS + "metadata/json/1/?realm=fabrikam-pilot.onmicrosoft.com", "", true);
		there("ACS - fabrikam.com", "https://old.example", "", true);
		assertThat(this.scene.oauth().changes()).first()
			.isEqualTo(new SetAuthServer("ACS - fabrikam.com 2", null, StepFixture.URL));
	}

	@Test
	void namesAllThatServeTheTenantAndPlansNothingForThem() {
		there("ACS", StepFixture.URL, StepFixture.TENANT, true);
		there("WindowsAzureACS", ACS + "fabrikam.onmicrosoft.com/metadata/json/1", "", true);
		there("MicrosoftSts", StepFixture.URL, "", false);
		Examination examination = this.scene.oauth();
		assertThat(examination.findings()).filteredOn((found) -> found.code().equals("AUTH-SERVER-MEETS"))
			.extracting(Finding::subject)
			.containsExactly("ACS", "WindowsAzureACS");
		assertThat(finding(examination, "AUTH-SERVER-SPARE").values()).containsExactly("MicrosoftSts", "ACS");
		assertThat(examination.changes()).hasSize(1);
	}

	@Test
	@Faults("F28")
	void pointsAnAuthServerOfTheTenantToTheCloudsOwnHost() {
		there("ACS", "https://acs.example/fabrikam.com/metadata/json/1", "", false);
		assertThat(this.scene.oauth().changes()).startsWith(
				new SetAuthServer("ACS", "https://acs.example/fabrikam.com/metadata/json/1", StepFixture.URL),
				new SwitchAuthServer("ACS", StepFixture.URL, true));
	}

	@Test
	void believesWhatExchangeLearnedAtAnotherHostOfMicrosofts() {
		there("ACS", "https://login.windows.net/fabrikam.com/metadata/json/1", StepFixture.TENANT, true);
		usesWhatIsThere("ACS");
	}

	@Test
	void takesAnAuthServerThatSignsPeopleInForNone() {
		this.scene.authServers.add(new AuthServer("EvoSts - 1f0c", "AzureAD", true,
				"https://login.windows.net/" + StepFixture.TENANT
						+ "/federationmetadata/2007-06/federationmetadata.xml",
				StepFixture.TENANT, "https://sts.windows.net/" + StepFixture.TENANT + "/"));
		assertThat(this.scene.oauth().changes()).first()
			.isEqualTo(new SetAuthServer("MicrosoftSts", null, StepFixture.URL));
	}

	@Test
	void concludesNothingOfAnIdBeforeTheTenantWasAsked() {
		there("MicrosoftSts", ACS + StepFixture.TENANT + "/metadata/json/1", StepFixture.TENANT, true);
		Examination examination = new OAuthStep().examine(this.scene.withoutSignIn(), this.scene.target);
		assertThat(finding(examination, "AUTH-SERVER-UNCLEAR").verdict()).isEqualTo(FindingLevel.UNKNOWN);
		assertThat(examination.changes()).noneMatch(SetAuthServer.class::isInstance);
	}

	@Test
	void concludesNothingFromATenantThatDoesNotHaveTheDomain() {
		this.scene.domains = List.of(new TenantDomain("contoso.com", true, false, true));
		there("MicrosoftSts", ACS + StepFixture.TENANT + "/metadata/json/1", StepFixture.TENANT, true);
		assertThat(this.scene.oauth().plannable()).isFalse();
	}

	@Test
	void cutsANameThatWouldBeTooLong() {
		this.scene.target = new TargetState("Fabrikam", new DomainName("a".repeat(50) + "." + "b".repeat(20) + ".com"),
				StepFixture.URL, Optional.empty(), "x", Duration.ofDays(1));
		this.scene.domains = List.of(new TenantDomain(this.scene.target.domain().value(), true, false, true));
		there("MicrosoftSts", ACS + OTHER_TENANT + "/metadata/json/1", OTHER_TENANT, true);
		assertThat(this.scene.oauth().changes().getFirst().object()).startsWith("ACS - aaa").hasSizeLessThan(65);
	}

	private void there(String name, String url, String realm, boolean enabled) {
		this.scene.authServers.add(new AuthServer(name, "MicrosoftACS", enabled, url, realm, ISSUER));
	}

	private void usesWhatIsThere(String name) {
		Examination examination = this.scene.oauth();
		assertThat(finding(examination, "AUTH-SERVER-MEETS").subject()).isEqualTo(name);
		assertThat(examination.changes()).hasSize(1).first().isInstanceOf(AddTenantKey.class);
	}

	private static Finding finding(Examination examination, String code) {
		return examination.findings()
			.stream()
			.filter((finding) -> finding.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new AssertionError(code + " not among " + examination.findings()));
	}

}
