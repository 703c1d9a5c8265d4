package io.hybridge.enablement.download;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.hybridge.enablement.offer.StepCondition;
import io.hybridge.enablement.offer.StepCondition.Work;
import io.hybridge.enablement.offer.StepConditions;
import io.hybridge.exchange.download.DownloadScript;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Plans;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.change.part.AuthCertificateRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Which plan a person may take away, and what of it. */
class PlanScriptsTests {

	private static final OrganizationId FABRIKAM = new OrganizationId(1);

	private static final String IDENTIFIER = "00112233445566778899aabbccddeeff";

	private static final AuthCertificateRef PRESENT = AuthCertificateRef.Present.of(StepFixture.AUTH);

	private static final AuthCertificateRef NEW = new AuthCertificateRef.ToBeMade(IDENTIFIER);

	private static final Change SET_SERVER = new SetAuthServer("MicrosoftSts", null, "https://sts/metadata");

	@Test
	void takesEveryChangeOfThePlanThatIsOffered() {
		assertThat(script(new SetAuthCertificate("", PRESENT), SET_SERVER, new AddTenantKey(PRESENT, List.of()))
			.orElseThrow()
			.text()).containsSubsequence("Invoke-PlannedChange 1 'Set-AuthCertificate'",
					"Invoke-PlannedChange 2 'Set-AuthServer'", "Change 3 is made in Microsoft 365", "Complete.");
	}

	@Test
	void isNoneWhereACertificateHasToBeMadeFirst() {
		assertThat(script(new CreateAuthCertificate("Exchange S2S OAuth", new DomainName("fabrikam.com"), IDENTIFIER),
				new SetAuthCertificate("", NEW), SET_SERVER))
			.isEmpty();
	}

	@Test
	void offersNothingWithoutAPlan() {
		assertThat(scripts(null, SET_SERVER)).isEmpty();
	}

	private static Optional<DownloadScript> script(Change... changes) {
		return scripts(7L, changes);
	}

	private static Optional<DownloadScript> scripts(Long offered, Change... changes) {
		StepConditions conditions = mock(StepConditions.class);
		given(conditions.of(FABRIKAM, StepName.OAUTH)).willReturn(
				new StepCondition(StepName.OAUTH, Work.NOTHING, false, null, offered, false, false, false, false));
		Plans plans = mock(Plans.class);
		given(plans.find(7)).willReturn(Optional.of(new Plan(7, FABRIKAM, StepName.OAUTH, PlanKind.APPLY, 1,
				new Plan.Content(List.of(changes), List.of(), List.of(), List.of(), false), "", "Petra Kern",
				StepFixture.NOW, StepFixture.NOW.plus(Duration.ofMinutes(30)))));
		return new PlanScripts(conditions, plans).of(FABRIKAM, StepName.OAUTH);
	}

}
