package io.hybridge.enablement.offer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.hybridge.enablement.offer.StepCondition.Work;
import io.hybridge.step.StepName;

import static org.assertj.core.api.Assertions.assertThat;

/** Which verbs are offered, in every condition of every step. */
class StepConditionTests {

	private static final List<Boolean> EITHER = List.of(true, false);

	@ParameterizedTest
	@EnumSource
	void offersNothingWhileTheStepIsCheckedOrChanged(Verb verb) {
		assertThat(all().filter((condition) -> condition.work() == Work.CHECK_OR_CHANGE))
			.noneMatch((condition) -> condition.offers(verb))
			.allMatch((condition) -> condition.refusal(verb).isPresent());
	}

	@Test
	void offersALookWheneverTheStepRests() {
		assertThat(all().filter((condition) -> condition.work() != Work.CHECK_OR_CHANGE))
			.allMatch((condition) -> condition.offers(Verb.CHECK));
	}

	@Test
	void keepsWhatIsThereOnlyWhereAPersonMustDecide() {
		assertThat(offering(Verb.DECIDE)).isNotEmpty().allMatch(StepCondition::conflict);
		assertThat(new StepCondition(StepName.OAUTH, Work.NOTHING, false, null, null, true, true, true, false)
			.refusal(Verb.DECIDE)).contains(Refusal.NOTHING_TO_DECIDE);
	}

	@Test
	void offersAnUndoOnlyWhereThereIsSomethingOfOurs() {
		assertThat(offering(Verb.CHECK_UNDO)).isNotEmpty().allMatch(StepCondition::undoable);
	}

	@ParameterizedTest
	@EnumSource(names = { "APPLY", "VERIFY", "DEVICE_TEST" })
	void changesAndProvesNothingWhileAnythingElseChanges(Verb verb) {
		assertThat(offering(verb)).isNotEmpty()
			.allMatch((condition) -> condition.work() == Work.NOTHING)
			.noneMatch(StepCondition::held);
	}

	@ParameterizedTest
	@EnumSource(names = { "VERIFY", "DEVICE_TEST" })
	void provesNothingThatWaitsForAnEarlierStep(Verb verb) {
		assertThat(offering(verb)).allMatch((condition) -> condition.obstacle() == null);
		assertThat(waiting(null).refusal(verb)).contains(Refusal.WAITS_FOR_OAUTH);
	}

	@Test
	void saysWhichStepComesFirstWhereNoPlanIsOffered() {
		assertThat(waiting(null).refusal(Verb.APPLY)).contains(Refusal.WAITS_FOR_OAUTH);
		assertThat(waiting(7L).refusal(Verb.APPLY)).as("one that takes back").isEmpty();
		assertThat(waiting(null).refusal(Verb.CHECK_UNDO)).isEmpty();
		assertThat(waiting(null).refusal(Verb.CHECK)).isEmpty();
	}

	private static StepCondition waiting(Long plan) {
		return new StepCondition(StepName.PUSH_PROXY, Work.NOTHING, false, StepName.OAUTH, plan, true, true, true,
				false);
	}

	@ParameterizedTest
	@EnumSource(names = "CHECK", mode = Mode.EXCLUDE)
	void offersNothingButALookBesideProbes(Verb verb) {
		assertThat(offering(verb)).noneMatch((condition) -> condition.work() == Work.PROBE);
	}

	@Test
	void appliesOnlyAPlanThatIsThere() {
		assertThat(offering(Verb.APPLY)).allMatch((condition) -> condition.plan() != null);
		assertThat(new StepCondition(StepName.OAUTH, Work.NOTHING, false, null, null, true, true, true, false)
			.refusal(Verb.APPLY)).contains(Refusal.NO_PLAN);
	}

	@Test
	void probesOnlyAPushProxyThatIsAsItShouldBe() {
		assertThat(offering(Verb.VERIFY)).allMatch(StepCondition::asWanted)
			.allMatch((condition) -> condition.step() == StepName.PUSH_PROXY);
		assertThat(new StepCondition(StepName.PUSH_PROXY, Work.NOTHING, false, null, null, false, false, false, false)
			.refusal(Verb.VERIFY)).contains(Refusal.NOT_AS_WANTED);
	}

	@Test
	void asksForThePhoneOnlyAfterAProbe() {
		assertThat(offering(Verb.DEVICE_TEST)).isNotEmpty()
			.allMatch(StepCondition::probed)
			.allMatch(StepCondition::asWanted)
			.allMatch((condition) -> condition.step() == StepName.PUSH_PROXY);
		assertThat(new StepCondition(StepName.PUSH_PROXY, Work.NOTHING, false, null, null, true, false, false, false)
			.refusal(Verb.DEVICE_TEST)).contains(Refusal.NEVER_PROBED);
	}

	@Test
	void namesTheRunThatIsInTheWayBeforeAnythingElse() {
		assertThat(new StepCondition(StepName.PUSH_PROXY, Work.PROBE, true, null, null, false, false, false, false)
			.refusal(Verb.VERIFY)).contains(Refusal.PROBING);
		assertThat(new StepCondition(StepName.OAUTH, Work.NOTHING, true, null, null, false, false, false, false)
			.refusal(Verb.APPLY)).contains(Refusal.HELD);
	}

	private static Stream<StepCondition> offering(Verb verb) {
		return all().filter((condition) -> condition.offers(verb));
	}

	private static Stream<StepCondition> all() {
		List<StepCondition> all = new ArrayList<>();
		for (StepName step : StepName.values()) {
			for (Work work : Work.values()) {
				for (StepName obstacle : Arrays.asList(null, StepName.TENANT, StepName.OAUTH)) {
					EITHER.forEach((held) -> EITHER
						.forEach((planned) -> EITHER.forEach((asWanted) -> EITHER.forEach((undoable) -> EITHER
							.forEach((probed) -> EITHER.forEach((conflict) -> all.add(new StepCondition(step, work,
									held, obstacle, planned ? 1L : null, asWanted, undoable, probed, conflict))))))));
				}
			}
		}
		return all.stream();
	}

}
