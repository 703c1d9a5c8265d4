package io.hybridge.run.plan;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.EnablementSettings;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.examination.TargetState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class TargetStatesTests {

	private static final OrganizationId FABRIKAM = new OrganizationId(1);

	private static final Duration DAY = Duration.ofDays(1);

	private static final EnablementSettings SETTINGS = new EnablementSettings(DAY, DAY, DAY, DAY, DAY, DAY,
			Duration.ofHours(36), DAY, DAY, 3);

	private final Organization organization = mock(Organization.class);

	private final Organizations organizations = mock(Organizations.class);

	private final Microsoft365 tenant = mock(Microsoft365.class);

	private final TargetStates targets = new TargetStates(this.organizations, (id, person) -> this.tenant, SETTINGS);

	@BeforeEach
	void register() {
		given(this.organizations.require(FABRIKAM)).willReturn(this.organization);
		given(this.organization.name()).willReturn("Fabrikam");
		domain("fabrikam.com");
		in(KnownCloud.GLOBAL);
	}

	@Test
	void asksTheMetadataOfTheCloudForTheDomain() {
		TargetState target = this.targets.of(FABRIKAM, null);
		assertThat(target.metadataUrl()).isEqualTo(StepFixture.URL);
		assertThat(target.organization()).isEqualTo("Fabrikam");
		assertThat(target.certificateSpread()).isEqualTo(Duration.ofHours(36));
		assertThat(target.domain()).isEqualTo(PlanFixture.FABRIKAM);
	}

	@Test
	void writesTheRealmAsTheNetworkKnowsIt() {
		domain("xn--bcher-kva.example");
		assertThat(this.targets.of(FABRIKAM, null).metadataUrl()).endsWith("?realm=xn--bcher-kva.example");
	}

	@Test
	void takesTheMetadataOfTheCloudOfTheTenantAndNoneWhereNoneIsKnown() {
		in(KnownCloud.US_GOVERNMENT_L4);
		assertThat(this.targets.of(FABRIKAM, null).metadataUrl())
			.isEqualTo("https://login.microsoftonline.us/metadata/json/1/?realm=fabrikam.com");
		in(KnownCloud.CHINA);
		assertThat(this.targets.of(FABRIKAM, null).metadataUrl()).isEmpty();
		assertThat(this.targets.of(FABRIKAM, null).cloud()).isEqualTo(KnownCloud.CHINA);
	}

	@Test
	void givesEveryLookANewKeyIdentifier() {
		String first = this.targets.of(FABRIKAM, null).newKeyIdentifier();
		String second = this.targets.of(FABRIKAM, null).newKeyIdentifier();
		assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
	}

	@Test
	void takesOverTheCertificateThatAPersonChose() {
		assertThat(this.targets.of(FABRIKAM, null).chosenCertificate()).isEmpty();
		assertThat(this.targets.of(FABRIKAM, PlanFixture.CHOSEN.thumbprint().value()).chosenCertificate())
			.contains(PlanFixture.CHOSEN.thumbprint());
		assertThatIllegalArgumentException().isThrownBy(() -> this.targets.of(FABRIKAM, "not a thumbprint"));
	}

	@Test
	void findsTheIdentifierOfAPlanInItsChanges() {
		TargetState target = this.targets.of(plan(PlanFixture.CREATE, PlanFixture.SIGN_WITH_NEW, PlanFixture.ADD_KEY));
		assertThat(target.newKeyIdentifier()).isEqualTo(PlanFixture.IDENTIFIER);
		assertThat(target.chosenCertificate()).isEmpty();
		assertThat(target.metadataUrl()).isEqualTo(StepFixture.URL);
	}

	@Test
	void findsTheCertificateOfAPlanInItsChanges() {
		TargetState target = this.targets.of(plan(PlanFixture.SIGN_WITH_CHOSEN, PlanFixture.SET_AUTH_SERVER));
		assertThat(target.chosenCertificate()).contains(PlanFixture.CHOSEN.thumbprint());
		assertThat(target.newKeyIdentifier()).isEmpty();
	}

	@Test
	void findsNoChoiceInAPlanThatHadNone() {
		TargetState target = this.targets.of(plan(PlanFixture.ENABLE));
		assertThat(target.chosenCertificate()).isEmpty();
		assertThat(target.newKeyIdentifier()).isEmpty();
	}

	private void domain(String domain) {
		given(this.organization.domain()).willReturn(new DomainName(domain));
	}

	private void in(KnownCloud cloud) {
		given(this.tenant.cloud()).willReturn(new Cloud(cloud, URI.create("https://sign-in.example"),
				URI.create("https://graph.example"), "", true, null));
	}

	private static Plan plan(Change... changes) {
		return new Plan(1, FABRIKAM, StepName.OAUTH, PlanKind.APPLY, 1, PlanFixture.content(changes), "", "Petra Kern",
				StepFixture.NOW, StepFixture.NOW);
	}

}
