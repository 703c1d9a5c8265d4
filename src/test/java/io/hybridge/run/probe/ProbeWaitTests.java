package io.hybridge.run.probe;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.EnablementSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ProbeWaitTests {

	private static final OrganizationId FABRIKAM = new OrganizationId(1);

	private final Organization organization = mock(Organization.class);

	private final Organizations organizations = mock(Organizations.class);

	private final ProbeWait wait = new ProbeWait(this.organizations, settings());

	@Test
	void isShorterInTheLab() {
		given(this.organizations.require(FABRIKAM)).willReturn(this.organization);
		given(this.organization.environment()).willReturn(Environment.LAB, Environment.LIVE);
		assertThat(this.wait.of(FABRIKAM)).isEqualTo(Duration.ofSeconds(15));
		assertThat(this.wait.of(FABRIKAM)).isEqualTo(Duration.ofSeconds(120));
	}

	private static EnablementSettings settings() {
		Duration other = Duration.ofHours(1);
		return new EnablementSettings(other, other, other, other, other, other, other, Duration.ofSeconds(120),
				Duration.ofSeconds(15), 3);
	}

}
