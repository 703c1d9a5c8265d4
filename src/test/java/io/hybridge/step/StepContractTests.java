package io.hybridge.step;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What every step promises: nothing seen is never taken for health. */
class StepContractTests {

	private static final StepFixture SCENE = new StepFixture();

	@ParameterizedTest
	@MethodSource("sidesThatCannotBeSeen")
	void concludesNothingFromASideThatItNeedsAndCannotSee(StepName name, Observation world) {
		Examination examination = Step.of(name).examine(world, SCENE.target);
		assertThat(examination.state()).isNotEqualTo(StepState.IN_EFFECT);
		assertThat(examination.plannable()).isFalse();
		assertThat(examination.findings()).isNotEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void refusesAnObservationThatWasNotMadeForIt(StepName name) {
		Observation nothing = new Observation(StepFixture.NOW, new Reading.NotAsked<>(), new Reading.NotAsked<>(),
				new Reading.NotAsked<>());
		assertThatIllegalStateException().isThrownBy(() -> Step.of(name).examine(nothing, SCENE.target))
			.withMessageContaining("not asked");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVERS", "OAUTH", "PUSH_PROXY" })
	void knowsNoSignInToExchangeThatAPersonCouldMake(StepName name) {
		Observation world = new Observation(StepFixture.NOW, new Reading.SignInNeeded<>(), new Reading.NotAsked<>(),
				new Reading.Seen<>(SCENE.tenant()));
		assertThatIllegalStateException().isThrownBy(() -> Step.of(name).examine(world, SCENE.target));
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVERS", "OAUTH", "PUSH_PROXY" })
	void concludesNothingFromAnOrganizationWithoutServers(StepName name) {
		Examination examination = Step.of(name).examine(withoutServers(), SCENE.target);
		assertThat(examination.state()).isNotEqualTo(StepState.IN_EFFECT);
		assertThat(examination.plannable()).isFalse();
	}

	@Test
	void makesNoExaminationWithoutAFinding() {
		assertThatIllegalArgumentException().isThrownBy(() -> Examination.of(List.of()));
	}

	static Stream<Arguments> sidesThatCannotBeSeen() {
		Reading<ExchangeState> exchange = new Reading.Seen<>(SCENE.exchange());
		Reading<TenantReading.Seen> tenant = new Reading.Seen<>(SCENE.tenant());
		Reading<TenantDiscovery> found = new Reading.Seen<>(new TenantDiscovery.Found("t", ""));
		return Stream.of(
				Arguments.of(StepName.TENANT, world(new Reading.NotAsked<>(), notSeen(), new Reading.SignInNeeded<>())),
				Arguments.of(StepName.TENANT, world(new Reading.NotAsked<>(), notSeen(), tenant)),
				Arguments.of(StepName.TENANT, world(new Reading.NotAsked<>(), found, notSeen())),
				Arguments.of(StepName.TENANT, world(new Reading.NotAsked<>(), found, new Reading.SignInNeeded<>())),
				Arguments.of(StepName.SERVERS, world(notSeen(), new Reading.NotAsked<>(), new Reading.NotAsked<>())),
				Arguments.of(StepName.OAUTH, world(notSeen(), new Reading.NotAsked<>(), tenant)),
				Arguments.of(StepName.OAUTH, world(exchange, new Reading.NotAsked<>(), notSeen())),
				Arguments.of(StepName.OAUTH, world(exchange, new Reading.NotAsked<>(), new Reading.SignInNeeded<>())),
				Arguments.of(StepName.PUSH_PROXY, world(notSeen(), new Reading.NotAsked<>(), tenant)),
				Arguments.of(StepName.PUSH_PROXY, world(exchange, new Reading.NotAsked<>(), notSeen())), Arguments
					.of(StepName.PUSH_PROXY, world(exchange, new Reading.NotAsked<>(), new Reading.SignInNeeded<>())));
	}

	private static Observation world(Reading<ExchangeState> exchange, Reading<TenantDiscovery> discovery,
			Reading<TenantReading.Seen> tenant) {
		return new Observation(StepFixture.NOW, exchange, discovery, tenant);
	}

	private static <T> Reading<T> notSeen() {
		return new Reading.NotSeen<>(RemoteFailure.withoutEffect("EX1", "connect", ""));
	}

	private static Observation withoutServers() {
		ExchangeState all = SCENE.exchange();
		ExchangeState none = new ExchangeState(all.answeredBy(), all.takenAt(), List.of(), all.authConfiguration(),
				all.authServers(), all.partnerApplications(), all.pushProxy(), all.readings(), all.evidence());
		return world(new Reading.Seen<>(none), new Reading.NotAsked<>(), new Reading.Seen<>(SCENE.tenant()));
	}

}
