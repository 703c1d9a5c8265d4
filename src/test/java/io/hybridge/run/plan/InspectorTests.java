package io.hybridge.run.plan;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.BuiltStates;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunRequest;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.step.Step;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.examination.TargetState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class InspectorTests {

	private static final OrganizationId FABRIKAM = new OrganizationId(1);

	private final StepFixture scene = new StepFixture();

	private final RemoteReader reader = mock(RemoteReader.class);

	private final TargetStates targets = mock(TargetStates.class);

	private final Inspector inspector = new Inspector(this.reader, this.targets,
			new Planner(mock(JournaledChanges.class)), mock(BuiltStates.class));

	@Test
	void saysWhatItSawAndWhatThereIsToDo() {
		given(this.reader.lookFor(eq(FABRIKAM), any(), any(Step.class))).willReturn(this.scene.world());
		given(this.targets.of(FABRIKAM, null)).willReturn(target("0".repeat(32)));
		Inspection now = this.inspector.inspect(run(StepName.OAUTH, null), PlanKind.APPLY);
		assertThat(now.seen()).isEqualTo(this.scene.world());
		assertThat(now.examination().state()).isEqualTo(StepState.READY_TO_PLAN);
		assertThat(now.content().orElseThrow().changes()).isEqualTo(now.examination().changes());
		assertThat(this.inspector.inspect(run(StepName.OAUTH, null), PlanKind.UNDO).content())
			.as("nothing of ours is there")
			.isEmpty();
	}

	@Test
	void looksWithTheChoiceOfTheRun() {
		this.scene.store.clear();
		given(this.reader.lookFor(eq(FABRIKAM), any(), any(Step.class))).willReturn(this.scene.world());
		given(this.targets.of(FABRIKAM, "chosen")).willReturn(target("a".repeat(32)));
		assertThat(certificate(this.inspector.inspect(run(StepName.OAUTH, "chosen"), PlanKind.APPLY)).after())
			.isEqualTo("a".repeat(32));
	}

	@Test
	void looksAgainWithTheChoicesThatStandInThePlan() {
		this.scene.store.clear();
		given(this.reader.lookFor(eq(FABRIKAM), any(), any(Step.class))).willReturn(this.scene.world());
		Plan plan = new Plan(1, FABRIKAM, StepName.OAUTH, PlanKind.APPLY, 1, PlanFixture.content(PlanFixture.CREATE),
				"", "Petra Kern", StepFixture.NOW, StepFixture.NOW);
		given(this.targets.of(plan)).willReturn(target(PlanFixture.IDENTIFIER));
		assertThat(certificate(this.inspector.inspect(run(StepName.OAUTH, null), plan))).isEqualTo(PlanFixture.CREATE);
	}

	@Test
	void endsWithNothingSeenWhileTheCloudIsNotKnown() {
		RemoteFailure off = RemoteFailure.withoutEffect("Microsoft 365", "microsoft365.no-cloud", "");
		given(this.reader.lookFor(eq(FABRIKAM), any(), any(Step.class))).willReturn(this.scene.world());
		given(this.targets.of(FABRIKAM, null)).willThrow(off);
		Inspection now = this.inspector.inspect(run(StepName.OAUTH, null), PlanKind.APPLY);
		assertThat(now.examination().state()).isEqualTo(StepState.UNSEEN);
		assertThat(now.examination().findings()).extracting((finding) -> finding.seen().key())
			.containsExactly("failure.microsoft365.no-cloud");
		assertThat(now.content()).isEmpty();
	}

	@Test
	void concludesNothingFromALookThatWasBroughtWhileTheCloudIsNotKnown() {
		given(this.targets.of(FABRIKAM, null))
			.willThrow(RemoteFailure.withoutEffect("Microsoft 365", "microsoft365.no-cloud", ""));
		assertThat(this.inspector.examine(FABRIKAM, this.scene.world().exchange().seen().orElseThrow()).values())
			.isNotEmpty()
			.allSatisfy((examination) -> assertThat(examination.state()).isEqualTo(StepState.UNSEEN));
	}

	private static Change certificate(Inspection inspection) {
		return inspection.content().orElseThrow().changes().get(1);
	}

	private static RunRequest run(StepName step, String choice) {
		return new RunRequest(1, FABRIKAM, step, RunKind.CHECK, AuditActor.person(7, "Petra Kern", null), null, choice,
				null, null);
	}

	private static TargetState target(String identifier) {
		return new TargetState("Fabrikam", PlanFixture.FABRIKAM, StepFixture.URL, Optional.empty(), identifier,
				StepFixture.days(1));
	}

}
