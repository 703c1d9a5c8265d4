package io.hybridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import io.hybridge.monitoring.OrganizationProgress.StepLine;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.PathHop.Place;
import io.hybridge.web.PathHop.State;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationProgressTests {

	private static final Instant YESTERDAY = Instant.parse("2026-11-24T13:00:00Z");

	private static final Instant TODAY = YESTERDAY.plus(Duration.ofHours(1));

	private static final HopState PROVED = new HopState(Place.SERVER, State.PROVED, "in-effect", null);

	private static final HopState OLD = HopState.waiting(Place.TOKEN, "old", null);

	@Test
	void goesOnAtTheFirstStepThatIsNotDone() {
		assertThat(progress((step) -> (step == StepName.OAUTH) ? StepState.READY_TO_PLAN : StepState.IN_EFFECT).next())
			.isEqualTo(StepName.OAUTH);
		assertThat(progress((step) -> StepState.IN_EFFECT).next()).isNull();
	}

	@Test
	void anOutageComesBeforeAServerThatIsTooOld() {
		StepStatus servers = attention(StepName.SERVERS, "finding.server-build-too-old.brief");
		StepStatus oauth = attention(StepName.OAUTH, "finding.certificate-expired.brief");
		List<StepStatus> steps = List.of(step(StepName.TENANT, StepState.IN_EFFECT, TODAY), servers, oauth);
		OrganizationProgress progress = new OrganizationProgress(steps, PathView.unbuilt(), YESTERDAY);
		assertThat(progress.next()).isEqualTo(StepName.OAUTH);
		assertThat(progress.heading()).isEqualTo("outage");
		OrganizationLine line = new OrganizationLine(1, "Fabrikam", "fabrikam.com", "LAB", OverallState.ATTENTION,
				steps);
		assertThat(line.getDecisive()).isEqualTo(oauth);
		assertThat(line.getNext()).endsWith("/oauth");
	}

	@Test
	void anOutageThatIsRepairedLeadsNoMore() {
		StepStatus servers = attention(StepName.SERVERS, "finding.server-build-too-old.brief");
		List<StepStatus> steps = List.of(servers, step(StepName.OAUTH, StepState.READY_TO_PLAN, TODAY));
		assertThat(new OrganizationProgress(steps, PathView.unbuilt(), YESTERDAY).next()).isEqualTo(StepName.SERVERS);
	}

	@Test
	void callsOldOnlyWhatWasGood() {
		Instant before = YESTERDAY.minusSeconds(1);
		List<StepStatus> steps = List.of(step(StepName.TENANT, StepState.IN_EFFECT, before),
				step(StepName.SERVERS, StepState.CONFLICT, before), step(StepName.OAUTH, StepState.APPLIED, TODAY));
		assertThat(new OrganizationProgress(steps, List.of(), YESTERDAY).lines()).extracting(StepLine::status)
			.containsExactly("old", "conflict", "applied");
	}

	@Test
	void saysFirstWhereThePathStops() {
		HopState broken = HopState.broken(Place.CLOUD, null);
		HopState unknown = new HopState(Place.CLOUD, State.UNKNOWN, "unknown", null);
		HopState open = HopState.waiting(Place.CLOUD, "applied", null);
		assertThat(heading(PROVED, OLD, broken)).isEqualTo("cloud.broken");
		assertThat(heading(PROVED, OLD, unknown)).isEqualTo("cloud.unknown");
		assertThat(heading(PROVED, open, broken)).isEqualTo("cloud.open");
	}

	@Test
	void saysThatAPathCarriesOnlyWhenNothingOfItIsOld() {
		assertThat(heading(PROVED, PROVED)).isEqualTo("carries");
		assertThat(heading(PROVED, OLD)).isEqualTo("old");
	}

	@Test
	void saysThatNobodyHasLooked() {
		List<StepStatus> steps = List.of(step(StepName.TENANT, StepState.NOT_STARTED, null));
		assertThat(new OrganizationProgress(steps, PathView.unbuilt(), YESTERDAY).heading()).isEqualTo("never");
	}

	private static String heading(HopState... path) {
		List<StepStatus> steps = List.of(step(StepName.TENANT, StepState.IN_EFFECT, TODAY));
		return new OrganizationProgress(steps, List.of(path), YESTERDAY).heading();
	}

	private static OrganizationProgress progress(Function<StepName, StepState> states) {
		return new OrganizationProgress(
				Arrays.stream(StepName.values()).map((step) -> step(step, states.apply(step), TODAY)).toList(),
				List.of(), YESTERDAY);
	}

	private static StepStatus attention(StepName step, String reason) {
		return new StepStatus(new OrganizationId(1), step, StepState.NEEDS_ATTENTION, StoredMessage.of(reason), TODAY,
				null, null, null, null);
	}

	private static StepStatus step(StepName step, StepState state, Instant checkedAt) {
		return new StepStatus(new OrganizationId(1), step, state, StoredMessage.of("x"), checkedAt, null, null, null,
				null);
	}

}
