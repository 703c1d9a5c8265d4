package io.hybridge.monitoring;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

import io.hybridge.audit.reading.AuditFeed;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.CheckSequences;
import io.hybridge.run.CheckSequences.Begun;
import io.hybridge.run.RunState;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

/** What is asked once a second by everybody who watches reads only what it shows. */
class OrganizationPageControllerTests {

	private static final OrganizationId FABRIKAM = new OrganizationId(1);

	private final Organizations organizations = mock(Organizations.class);

	private final ProgressReader progress = mock(ProgressReader.class);

	private final CheckSequences checks = mock(CheckSequences.class);

	private final PathRenderer paths = mock(PathRenderer.class);

	private final AuditFeed audit = mock(AuditFeed.class);

	@Test
	void readsOnlyTheStepsWhileTheyAreChecked() {
		given(this.checks.current(FABRIKAM)).willReturn(List.of(new Begun(7, StepName.TENANT, RunState.RUNNING)));
		given(this.progress.steps(FABRIKAM)).willReturn(steps());
		ExtendedModelMap model = new ExtendedModelMap();
		assertThat(controller().progress(1, model, new MockHttpServletResponse())).endsWith(":: checking");
		assertThat((List<?>) model.getAttribute("checking")).hasSize(4);
		verify(this.progress, never()).of(FABRIKAM);
		verifyNoInteractions(this.organizations, this.paths, this.audit);
	}

	private OrganizationPageController controller() {
		return new OrganizationPageController(this.organizations, this.progress, this.checks, this.paths, this.audit);
	}

	private static List<StepStatus> steps() {
		return Arrays.stream(StepName.values())
			.map((step) -> new StepStatus(FABRIKAM, step, StepState.IN_EFFECT, StoredMessage.of("x"), Cause.OTHER, null,
					null, null, null, null))
			.toList();
	}

}
