package io.hybridge.enablement.download;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.plan.Snapshot;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.step.ManyLooks;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Examination;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What a person gets who takes the public certificate away. */
class CertificateControllerTests {

	private static final String ADDRESS = "/organizations/1/enablement/oauth/certificate";

	@Test
	void givesTheCertificateThatTheNewestLookSaw() throws Exception {
		MvcResult answer = ask(signing());
		assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(StepFixture.AUTH.der());
		assertThat(answer.getResponse().getContentType()).isEqualTo("application/pkix-cert");
		assertThat(answer.getResponse().getHeader("Content-Disposition"))
			.isEqualTo("attachment; filename=\"OAuthCert.cer\"");
		assertThat(answer.getResponse().getContentAsString(ISO_8859_1)).doesNotContain("PRIVATE KEY");
	}

	@Test
	void leadsToThePageOfWhatIsMissingBeforeAnybodyLooked() throws Exception {
		MvcResult answer = ask(null);
		assertThat(answer.getResponse().getStatus()).isEqualTo(404);
		assertThat(answer.getResolvedException()).as("a blank page").isNotNull();
	}

	private static MvcResult ask(Examination look) throws Exception {
		Snapshots snapshots = mock(Snapshots.class);
		given(snapshots.newest(new OrganizationId(1), StepName.OAUTH))
			.willReturn(Optional.ofNullable(look).map((seen) -> new Snapshot(1, 1, StepFixture.NOW, seen)));
		return MockMvcBuilders.standaloneSetup(new CertificateController(new PublicCertificates(snapshots)))
			.build()
			.perform(get(ADDRESS))
			.andReturn();
	}

	private static Examination signing() {
		return ManyLooks.all()
			.filter((look) -> look.certificate().equals(Optional.of(StepFixture.AUTH.base64())))
			.findFirst()
			.orElseThrow();
	}

}
