package io.hybridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.probe.ProbeResults.DeviceTested;
import io.hybridge.run.probe.ProbeResults.Probed;
import io.hybridge.run.status.OrganizationStatus;
import io.hybridge.run.status.StatusSettings;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationProgressTests {

	private static final Instant TODAY = Instant.parse("2026-11-24T14:00:00Z");

	private static final StatusSettings SETTINGS = new StatusSettings(Duration.ofHours(24), Duration.ofDays(30));

	private static final DeviceTested SEEN = new DeviceTested("yes", null, "Petra Kern", TODAY);

	@ParameterizedTest
	@CsvSource({ "TENANT, UNSEEN, tenant.unseen", "TENANT, NEEDS_ATTENTION, tenant.broken", "SERVERS, RUNNING, running",
			"SERVERS, NOT_STARTED, server.open", "SERVERS, UNSEEN, server.unseen", "OAUTH, READY_TO_PLAN, token.open",
			"OAUTH, CONFLICT, token.broken", "OAUTH, UNKNOWN, token.unknown", "OAUTH, OUTAGE, outage",
			"OAUTH, OLD, old", "PUSH_PROXY, READY_TO_PLAN, cloud.open", "PUSH_PROXY, APPLIED, cloud.waiting",
			"PUSH_PROXY, UNSEEN, cloud.unseen" })
	void speaksOfTheStepThatLeads(StepName step, StepState state, String heading) {
		OrganizationProgress progress = progress(with(step, state));
		assertThat(progress.heading()).isEqualTo(heading);
		assertThat(progress.next()).isEqualTo(step);
	}

	@Test
	void anOutageComesBeforeAServerThatIsTooOld() {
		List<StepStatus> steps = with(StepName.SERVERS, StepState.NEEDS_ATTENTION);
		steps.set(2, step(StepName.OAUTH, StepState.OUTAGE, TODAY));
		OrganizationProgress progress = progress(steps);
		assertThat(progress.next()).isEqualTo(StepName.OAUTH);
		assertThat(progress.heading()).isEqualTo("outage");
		OrganizationLine line = new OrganizationLine(1, "Fabrikam", "fabrikam.com", "LAB", OverallState.ATTENTION,
				progress.status());
		assertThat(line.getDecisive()).isEqualTo(steps.get(2));
		assertThat(line.getNext()).endsWith("/oauth");
	}

	@Test
	void whatNeedsSomebodyComesBeforeWhatIsOnlyNotDone() {
		List<StepStatus> steps = with(StepName.SERVERS, StepState.NOT_STARTED);
		steps.set(2, step(StepName.OAUTH, StepState.CONFLICT, TODAY));
		assertThat(progress(steps).next()).isEqualTo(StepName.OAUTH);
	}

	@Test
	void callsOldOnlyWhatWasGood() {
		Instant yesterday = TODAY.minus(Duration.ofHours(25));
		assertThat(List.of(StepState.IN_EFFECT, StepState.APPLIED, StepState.CONFLICT, StepState.NEEDS_ATTENTION))
			.extracting((state) -> step(StepName.SERVERS, state, yesterday).at(TODAY, SETTINGS).state())
			.containsExactly(StepState.OLD, StepState.OLD, StepState.CONFLICT, StepState.NEEDS_ATTENTION);
	}

	@ParameterizedTest
	@CsvSource({ "1, 12, expires", "25, 12, expires", "1, 0, expired", "25, -1, expired" })
	void callsNoEndThatIsOverYetToCome(int hoursAgo, int days, String heading) {
		List<StepStatus> steps = with(StepName.OAUTH, StepState.IN_EFFECT);
		steps.set(2,
				new StepStatus(new OrganizationId(1), StepName.OAUTH, StepState.IN_EFFECT, StoredMessage.of("x"),
						Cause.OTHER, TODAY.minus(Duration.ofHours(hoursAgo)), TODAY.plus(Duration.ofDays(days)), null,
						null, null)
					.at(TODAY, SETTINGS));
		assertThat(progress(steps).heading()).isEqualTo(heading);
	}

	@Test
	void speaksOfTheLastHopWhereTheStepsAreInEffect() {
		assertThat(heading("yes")).isEqualTo("carries");
		assertThat(heading("no")).isEqualTo("phone.broken");
		assertThat(heading("not-yet")).isEqualTo("phone.open");
	}

	@Test
	void saysThatNobodyHasLooked() {
		OrganizationStatus status = OrganizationStatus.of(new OrganizationId(1), List.of());
		assertThat(new OrganizationProgress(status, PathView.unbuilt()).heading()).isEqualTo("never");
	}

	private static String heading(String answer) {
		List<StepStatus> steps = with(StepName.OAUTH, StepState.IN_EFFECT);
		return new OrganizationProgress(new OrganizationStatus(steps),
				PathView.of(steps, probes(), new DeviceTested(answer, null, "Petra Kern", TODAY)))
			.heading();
	}

	private static OrganizationProgress progress(List<StepStatus> steps) {
		return new OrganizationProgress(new OrganizationStatus(steps), PathView.of(steps, probes(), SEEN));
	}

	private static List<Probed> probes() {
		return List.of(new Probed("ex1.fabrikam.com", TODAY, true, "Succeeded", "", ""));
	}

	private static List<StepStatus> with(StepName step, StepState state) {
		List<StepStatus> steps = new ArrayList<>();
		for (StepName each : StepName.values()) {
			steps.add(step(each, (each == step) ? state : StepState.IN_EFFECT, TODAY));
		}
		return steps;
	}

	private static StepStatus step(StepName step, StepState state, Instant checkedAt) {
		return new StepStatus(new OrganizationId(1), step, state, StoredMessage.of("x"), Cause.OTHER, checkedAt, null,
				null, null, null);
	}

}
